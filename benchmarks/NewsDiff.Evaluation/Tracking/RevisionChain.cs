using System.Text.Json;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>The real versions of one article.</summary>
/// <param name="Set">The file it is from.</param>
/// <param name="Versions">The versions, oldest first, each with another text than the one before.</param>
internal sealed record RevisionChain(string Set, List<Article> Versions)
{
    private static readonly Uri Url = new("https://news.example/story");

    internal static IEnumerable<RevisionChain> ReadAll(DirectoryInfo folder) =>
        folder.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => Archive.ReadLines(file).Select(line => Read(file, line)));

    private static RevisionChain Read(FileInfo file, string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        List<Article> versions = [];
        foreach (JsonElement version in document.RootElement.GetProperty("versions").EnumerateArray())
        {
            var article = new Article
            {
                Url = Url,
                Title = version.GetProperty("title").GetString() ?? "",
                Paragraphs =
                [
                    .. version.GetProperty("paragraphs").EnumerateArray()
                        .Select(paragraph => new Paragraph(paragraph.GetString()!)),
                ],
            };
            if (versions.Count == 0 || !versions[^1].HasSameContentAs(article))
            {
                versions.Add(article);
            }
        }

        return new RevisionChain(file.Name.Replace(".jsonl.gz", "", StringComparison.Ordinal), versions);
    }
}
