using System.Text.Json;

namespace NewsDiff.Evaluation.Feeds;

/// <summary>The expected reading of one feed file: a second reader's, and the assertions of its own suite.</summary>
internal sealed class ExpectedFeed(JsonElement row)
{
    /// <summary>
    /// The address of a file without one; its relative links are compared as written.
    /// </summary>
    private static readonly Uri FallbackBase = new("http://feed.invalid/_/");

    /// <summary>The file's path in the archive.</summary>
    public string File { get; } = row.GetProperty("file").GetString()!;

    /// <summary>The part of the suite that it belongs to.</summary>
    public string Area { get; } = TextOf(row, "area") ?? "";

    /// <summary>The header that the file is served with, or null.</summary>
    public string? ContentType
    {
        get;
    } = row.TryGetProperty("http", out JsonElement http) ? TextOf(http, "content-type") : null;

    /// <summary>The address that the file is served from.</summary>
    public Uri BaseUrl { get; } =
        row.TryGetProperty("http", out JsonElement http)
            && Uri.TryCreate(TextOf(http, "content-location"), UriKind.Absolute, out Uri? url)
            ? url
            : FallbackBase;

    /// <summary>Whether the other reader takes it for a feed.</summary>
    public bool IsRecognised => TextOf(row.GetProperty("oracle"), "format") is not null;

    /// <summary>The entries as the other reader sees them.</summary>
    public IEnumerable<JsonElement> Entries =>
        row.GetProperty("oracle").TryGetProperty("entries", out JsonElement entries) ? entries.EnumerateArray() : [];

    /// <summary>The suite's assertions about what a tracker needs, as path and value.</summary>
    public IEnumerable<(string Path, string? Value)> CoreChecks
    {
        get
        {
            bool isCounted = TextOf(row, "level") == "core"
                && !(row.TryGetProperty("native_ok", out JsonElement ok) && ok.ValueKind == JsonValueKind.False);
            return !isCounted || !row.TryGetProperty("checks", out JsonElement checks)
                ? []
                : checks.EnumerateArray()
                    .Where(check => TextOf(check, "op") == "eq")
                    .Select(check => (TextOf(check, "path")!, TextOf(check, "value")));
        }
    }

    /// <summary>An address as it is compared.</summary>
    public static string? TextOf(Uri? url) => url?.OriginalString
        .Replace(FallbackBase.OriginalString, "", StringComparison.Ordinal)
        .Replace("http://feed.invalid/", "/", StringComparison.Ordinal);

    /// <summary>Reads a line of the expectations.</summary>
    public static ExpectedFeed Parse(string line) => new(JsonElement.Parse(line));

    /// <summary>A property as text, or null.</summary>
    public static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
