using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Conventions;

/// <summary>Holds the table of limits in docs/limits.md against the options it is made from.</summary>
/// <remarks>To accept a change, run the test with <c>NEWSDIFF_ACCEPT_DOCS=1</c> and review the file's difference.</remarks>
public sealed partial class LimitsTableTests
{
    private static readonly string Page = Path.Combine(SourceTree.Root, "docs", "limits.md");

    [Fact]
    public void The_table_of_limits_is_that_of_the_options()
    {
        string actual = Write();
        if (Environment.GetEnvironmentVariable("NEWSDIFF_ACCEPT_DOCS") == "1")
        {
            File.WriteAllText(Page, actual);
        }

        Assert.True(File.Exists(Page), $"There is no {Page}. Run the test with NEWSDIFF_ACCEPT_DOCS=1 and review the file.");
        Assert.Equal(File.ReadAllText(Page).ReplaceLineEndings("\n"), actual);
    }

    private static string Write()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(typeof(HttpFetchOptions).Assembly.Location, ".xml"));
        var text = new StringBuilder(
            """
            # Limits and courtesies of fetching

            Made from `HttpFetchOptions` by `LimitsTableTests`; every line is an option. What pages may cost to read is in `ExtractionOptions`.

            | option | default | what it is |
            |---|---|---|

            """);
        foreach (PropertyInfo option in typeof(HttpFetchOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(option => option.MetadataToken))
        {
            string summary = SummaryOf(option, documentation);
            text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}` | {ValueOf(option)} | {summary} |\n");
        }

        return text.ToString();
    }

    private static string ValueOf(PropertyInfo option) => option.GetValue(HttpFetchOptions.Default) switch
    {
        null or ICollection { Count: 0 } => "none",
        bool value => value ? "yes" : "no",
        TimeSpan { TotalHours: > 24 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays} days"),
        TimeSpan { TotalMinutes: > 60 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours} hours"),
        TimeSpan { TotalSeconds: > 60 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minutes"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s"),
        int value when value % (1024 * 1024) == 0 => string.Create(CultureInfo.InvariantCulture, $"{value / (1024 * 1024)} MiB"),
        int value when value % 1024 == 0 => string.Create(CultureInfo.InvariantCulture, $"{value / 1024} KiB"),
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    /// <summary>The summary without the default, which has a column of its own.</summary>
    private static string SummaryOf(PropertyInfo option, XDocument documentation)
    {
        XElement summary = documentation.Descendants("member")
            .Single(member => member.Attribute("name")?.Value == $"P:{typeof(HttpFetchOptions).FullName}.{option.Name}")
            .Element("summary")!;
        string text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
            XElement other => other.Value,
            _ => node.ToString(),
        }));
        return Default().Replace(text.Trim(), "");
    }

    [GeneratedRegex(@" The default is [^.;]*(\.[0-9][^.;]*)?[.;]?( zero heeds none\.)?", RegexOptions.NonBacktracking)]
    private static partial Regex Default();
}
