using System.Collections.Immutable;
using System.Text;
using NewsDiff.Identity;

namespace NewsDiff.Research.Import;

/// <summary>A row of the table of versions.</summary>
internal sealed class VersionRow(object?[] cells)
{
    /// <summary>The columns that are read.</summary>
    internal static readonly string[] Columns =
        ["article_id", "version", "seen_at", "sentences", "url", "language", "published", "modified", "title"];

    // Versions of an article may have several addresses; this scope keeps its id from those of feeds.
    private static readonly Uri Scope = new("https://exports.newsdiff.invalid/");

    internal string ArticleId => (string?)cells[0] ?? "";

    internal long Number => (long)cells[1]!;

    internal long Sentences => (long)cells[3]!;

    /// <summary>Makes the version, or says why it is none.</summary>
    internal ImportedVersion ToVersion(
        List<SentenceRow> sentences, string place, string? source, ImportOptions options)
    {
        var row = new ImportedVersion { Place = place };
        if (SourceAddress.Read((string?)cells[4]) is not { } url)
        {
            return row with { Problem = SourceAddress.Problem };
        }

        if (SourceTime.Read((string?)cells[2], options.Clock) is not { } seenAt)
        {
            return row with { Problem = SourceTime.Describe((string?)cells[2]) };
        }

        if (Paragraphs(sentences) is not { } paragraphs || Number is < 1 or > int.MaxValue || ArticleId.Length == 0)
        {
            return row with { Problem = "Its number, its id or the places of its sentences cannot be." };
        }

        return row with
        {
            SeenAt = seenAt,
            Number = (int)Number,
            Keys = ArticleKeys.Compute(url, ArticleId, Scope),
            Source = options.Source ?? source ?? url.IdnHost,
            Article = new Article
            {
                Url = url,
                Title = (string?)cells[8] ?? "",
                Paragraphs = paragraphs,
                Language = (string?)cells[5],
                PublishedAt = Date((string?)cells[6]),
                ModifiedAt = Date((string?)cells[7]),
            },
        };
    }

    private static ArticleDate? Date(string? text) => ArticleDate.TryParse(text, out ArticleDate date) ? date : null;

    // White space between sentences is in no table; its length is known by their places.
    private static ImmutableArray<Paragraph>? Paragraphs(List<SentenceRow> sentences)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var text = new StringBuilder();
        long size = 0;
        for (int i = 0; i < sentences.Count; i++)
        {
            SentenceRow sentence = sentences[i];
            long gap = sentence.Start - text.Length;
            size += gap + sentence.Text.Length;
            if (gap < 0 || size > ImportLimits.RowBytes)
            {
                return null;
            }

            text.Append(' ', (int)gap).Append(sentence.Text);
            if (i + 1 < sentences.Count && sentences[i + 1].Paragraph == sentence.Paragraph)
            {
                continue;
            }

            if (!Enum.TryParse(sentence.Kind, out ParagraphKind kind) || kind.ToString() != sentence.Kind
                || (i + 1 < sentences.Count && sentences[i + 1].Paragraph < sentence.Paragraph))
            {
                return null;
            }

            paragraphs.Add(new Paragraph(text.ToString(), kind));
            text.Clear();
        }

        return paragraphs.DrainToImmutable();
    }
}
