using System.Text.Json;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>An article whose page was captured several times.</summary>
/// <param name="Id">Its id in the data.</param>
/// <param name="Kind">The kind of the captures; <c>control…</c> means that only markup changed.</param>
/// <param name="Pages">The captured pages, oldest first.</param>
internal sealed record CapturedArticle(string Id, string Kind, List<string> Pages)
{
    internal static List<CapturedArticle> ReadAll(DirectoryInfo revisions)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(
            new FileInfo(Path.Combine(revisions.FullName, "html.tar.gz")));
        return
        [
            .. revisions.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(Archive.ReadLines)
                .Select(line => Read(line, pages))
                .Where(article => article.Pages.Count > 1
                    && (article.Kind.StartsWith("control", StringComparison.Ordinal)
                        || article.Kind.StartsWith("html_pair", StringComparison.Ordinal))),
        ];
    }

    private static CapturedArticle Read(string line, SortedDictionary<string, string> pages)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        return new CapturedArticle(
            row.GetProperty("id").GetString()!,
            row.GetProperty("kind").GetString()!,
            [
                .. row.GetProperty("versions").EnumerateArray()
                    .Where(version => version.TryGetProperty("html_file", out _))
                    .Select(version => pages[version.GetProperty("html_file").GetString()!]),
            ]);
    }
}
