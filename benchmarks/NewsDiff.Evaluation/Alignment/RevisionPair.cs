using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsDiff.Evaluation.Alignment;

/// <summary>
/// Two successive versions of an article, read from a line <c>{id, lang, kind, versions: [{title, paragraphs}]}</c>.
/// </summary>
/// <param name="Id">The article.</param>
/// <param name="From">The place of the old version in its row, counted from 0.</param>
/// <param name="Set">The name of its file, without extensions.</param>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version.</param>
internal sealed record RevisionPair(string Id, int From, string Set, Article Old, Article New)
{
    internal int To => From + 1;

    internal ArticleDiff Compare() => ArticleDiff.Compute(Old, New);

    /// <summary>Whether the texts are those that a reader saw.</summary>
    /// <param name="oldHash">The first 16 digits of the SHA-256 of the old title and paragraphs, a line each.</param>
    /// <param name="newHash">The same of the new version.</param>
    internal bool Reads(string oldHash, string newHash) => HashOf(Old) == oldHash && HashOf(New) == newHash;

    /// <summary>All pairs of a folder of <c>*.jsonl.gz</c>, in the order of file names and lines.</summary>
    internal static IEnumerable<RevisionPair> ReadAll(DirectoryInfo folder)
    {
        foreach (FileInfo file in folder.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            string set = file.Name[..^".jsonl.gz".Length];
            foreach (string line in Archive.ReadLines(file))
            {
                using JsonDocument row = JsonDocument.Parse(line);
                string id = row.RootElement.GetProperty("id").GetString()!;
                string? language =
                    row.RootElement.TryGetProperty("lang", out JsonElement lang) ? lang.GetString() : null;
                Article[] versions =
                [
                    .. row.RootElement.GetProperty("versions").EnumerateArray()
                        .Select(version => Read(version) with { Language = language }),
                ];
                for (int i = 1; i < versions.Length; i++)
                {
                    yield return new RevisionPair(id, i - 1, set, versions[i - 1], versions[i]);
                }
            }
        }
    }

    private static string HashOf(Article article)
    {
        string text = string.Join('\n', article.Paragraphs.Select(paragraph => paragraph.Text).Prepend(article.Title));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static Article Read(JsonElement version) => new()
    {
        Url = new Uri("https://example.org/"),
        Title = version.TryGetProperty("title", out JsonElement title) ? title.GetString() ?? "" : "",
        Paragraphs = [.. version.GetProperty("paragraphs")
            .EnumerateArray()
            .Select(text => new Paragraph(text.GetString()!))],
    };
}
