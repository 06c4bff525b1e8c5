using System.Text.Json;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>The expected reading of one page; fields that the data does not state are null.</summary>
internal sealed record ExpectedPage
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public Uri Url { get; init; } = new("https://example.org/");

    public string? Text { get; init; }

    public IReadOnlyList<string> Titles { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Published { get; init; }

    public static ExpectedPage Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        string id = row.GetProperty("id").GetString()!;
        return new ExpectedPage
        {
            Id = id,
            File = TextOf(row, "file") ?? id + ".html",
            Url = Uri.TryCreate(TextOf(row, "url"), UriKind.Absolute, out Uri? url)
                ? url
                : new Uri("https://example.org/"),
            Text = TextOf(row, "text"),
            Titles = [.. TextsOf(row, "title"), .. TextsOf(row, "title_alt")],
            Authors = row.TryGetProperty("authors", out _) ? TextsOf(row, "authors") : TextsOf(row, "author"),
            Published = TextOf(row, "published") ?? TextOf(row, "date"),
        };
    }

    private static string? TextOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static List<string> TextsOf(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => item.GetString()!)],
            _ => [],
        };
    }
}
