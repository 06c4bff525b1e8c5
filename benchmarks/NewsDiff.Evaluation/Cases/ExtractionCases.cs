using System.Text.Json;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Cases;

/// <summary>Checks what is extracted of a page: <c>{url, html, expected}</c>.</summary>
internal static class ExtractionCases
{
    public static Task<IReadOnlyList<CaseMismatch>?> CheckAsync(JsonElement row)
    {
        var request = new ExtractionRequest
        {
            Html = row.GetProperty("html").GetString()!,
            Url = new Uri(row.GetProperty("url").GetString()!),
        };
        ExtractionResult result = new HtmlArticleExtractor().Extract(request);
        IEnumerable<CaseMismatch> mismatches = row.GetProperty("expected").EnumerateObject()
            .Select(field => Check(field.Name, field.Value, result)).OfType<CaseMismatch>();
        return Task.FromResult<IReadOnlyList<CaseMismatch>?>([.. mismatches]);
    }

    private static CaseMismatch? Check(string field, JsonElement expected, ExtractionResult result)
    {
        Article? article = result.Article;
        string[] paragraphs = [.. article?.Paragraphs.Select(paragraph => paragraph.Text) ?? []];
        string text = string.Join('\n', paragraphs);
        string got = article is null ? $"{result.Verdict}: {result.Reason}" : text;
        return field switch
        {
            "verdict" => Unless(result.Verdict.ToString() == expected.GetString(), result.Verdict.ToString()),
            "title" => Unless(article?.Title == expected.GetString(), article?.Title ?? got),
            "authors" =>
                Unless(
                    (article?.Authors ?? []).SequenceEqual(Texts(expected)),
                    article is null ? got : string.Join(" | ", article.Authors)),
            "published" =>
                Unless(
                    IsDate(article?.PublishedAt?.ToString(), expected.GetString()),
                    article is null ? got : $"{article.PublishedAt}"),
            "paragraphs" => CheckParagraphs(paragraphs, Texts(expected), got),
            "contains" =>
                Missing(Texts(expected).FirstOrDefault(part => !text.Contains(part, StringComparison.Ordinal))),
            "absent" => article is null ? new CaseMismatch(field, "an article", got)
                : Found(Texts(expected).FirstOrDefault(part => text.Contains(part, StringComparison.Ordinal))),
            "any_of" => Unless(
                expected.EnumerateArray().All(
                    parts => Texts(parts).Any(part => text.Contains(part, StringComparison.Ordinal))), got),
            "has_kind" =>
                Unless(
                    article?.Paragraphs.Any(paragraph => paragraph.Kind.ToString() == expected.GetString()) == true,
                    got),
            _ => new CaseMismatch(field, expected.ToString(), "no check for this field"),
        };

        CaseMismatch? Unless(bool isMet, string found) =>
            isMet ? null : new CaseMismatch(field, expected.ToString(), found);
        CaseMismatch? Missing(string? part) => part is null ? null : new CaseMismatch(field, part, got);
        CaseMismatch? Found(string? part) => part is null ? null : new CaseMismatch(field, $"not “{part}”", got);
    }

    /// <summary>Names the first paragraph that differs.</summary>
    private static CaseMismatch? CheckParagraphs(string[] got, string[] expected, string all)
    {
        if (got.Length == 0 && expected.Length > 0)
        {
            return new CaseMismatch("paragraphs", expected[0], all);
        }

        int same = got.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == got.Length && same == expected.Length
            ? null
            : new CaseMismatch(
                $"paragraphs[{same}]",
                expected.ElementAtOrDefault(same) ?? "(none)",
                got.ElementAtOrDefault(same) ?? "(none)");
    }

    /// <summary>A time expected to the minute says nothing of the seconds and the offset.</summary>
    private static bool IsDate(string? date, string? expected) =>
        date == expected
            || (expected is { Length: 16 } && date?.StartsWith(expected, StringComparison.Ordinal) == true);

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
