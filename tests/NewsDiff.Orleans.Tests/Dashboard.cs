using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsDiff.Orleans.Tests;

/// <summary>The dashboard in docs: the metrics and labels that its queries name.</summary>
internal static partial class Dashboard
{
    /// <summary>The queries.</summary>
    public static string[] Queries { get; } = ReadQueries();

    /// <summary>The names of metrics.</summary>
    public static SortedSet<string> Metrics { get; } =
        [.. Queries.SelectMany(query => Metric().Matches(Labels().Replace(query, "")).Select(name => name.Value))];

    /// <summary>The names of labels by which queries group.</summary>
    public static SortedSet<string> GroupedBy { get; } =
        [.. Queries.SelectMany(query => Labels().Matches(query))
            .SelectMany(names => names.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))];

    private static string[] ReadQueries()
    {
        using var dashboard = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dashboard.json")));
        return
        [
            .. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
               where panel.TryGetProperty("targets", out _)
               from target in panel.GetProperty("targets").EnumerateArray()
               select target.GetProperty("expr").GetString(),
        ];
    }

    /// <summary>All names of these families have an underscore, and no function that is used has.</summary>
    [GeneratedRegex("(?:newsdiff|http_client)_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"by \(([^)]*)\)")]
    private static partial Regex Labels();
}
