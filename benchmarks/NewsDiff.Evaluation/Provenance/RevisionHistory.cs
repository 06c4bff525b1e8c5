using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Evaluation.Provenance;

/// <summary>All versions of an article, read from a line <c>{id, versions: [{title, paragraphs}]}</c>.</summary>
/// <param name="Set">The name of its file, without extensions.</param>
/// <param name="Id">The article.</param>
/// <param name="Versions">The versions, numbered from 1.</param>
internal sealed record RevisionHistory(string Set, string Id, ImmutableArray<ArticleVersion> Versions)
{
    private static readonly Uri Url = new("https://news.example/story");

    internal static IEnumerable<RevisionHistory> ReadAll(DirectoryInfo folder, string? set) =>
        folder.GetFiles((set ?? "*") + ".jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => Archive.ReadLines(file)
                .Select(line => Read(file.Name[..^".jsonl.gz".Length], line)));

    internal static ArticleVersion MakeVersion(string id, int number, Article article) => new()
    {
        ArticleId = id,
        Number = number,
        SeenAt = DateTimeOffset.UnixEpoch.AddHours(number),
        Article = article,
        ContentHash = ContentHash.Compute(article),
    };

    private static RevisionHistory Read(string set, string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        string id = document.RootElement.GetProperty("id").GetString()!;
        return new RevisionHistory(
            set,
            id,
            [
                .. document.RootElement.GetProperty("versions").EnumerateArray()
                    .Select((version, index) => MakeVersion(id, index + 1, ReadArticle(version))),
            ]);
    }

    private static Article ReadArticle(JsonElement version) => new()
    {
        Url = Url,
        Title = version.TryGetProperty("title", out JsonElement title) ? title.GetString() ?? "" : "",
        Paragraphs =
        [
            .. version.GetProperty("paragraphs").EnumerateArray()
                .Select(paragraph => new Paragraph(paragraph.GetString()!)),
        ],
    };
}
