using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Evaluation.Cases;

/// <summary>
/// Checks how comparisons are marked: <c>{old, new, expected, options}</c>, of texts or of lists of paragraphs.
/// </summary>
internal static class DiffCases
{
    public static Task<IReadOnlyList<CaseMismatch>?> CheckAsync(JsonElement row)
    {
        JsonElement old = row.GetProperty("old");
        JsonElement @new = row.GetProperty("new");
        DiffOptions options = row.TryGetProperty("options", out JsonElement named)
            ? named.Deserialize<DiffOptions>()!
            : DiffOptions.Default;
        string got = old.ValueKind == JsonValueKind.Array
            ? string.Join(' ', Rows(ArticleDiff.Compute(ArticleOf(old), ArticleOf(@new), options)))
            : Mark(TextDiff.Compute(old.GetString()!, @new.GetString()!, options));
        JsonElement expected = row.GetProperty("expected");
        string[] accepted = expected.ValueKind == JsonValueKind.Array
            ? [.. expected.EnumerateArray().Select(form => form.GetString()!)]
            : [expected.GetString()!];
        return Task.FromResult<IReadOnlyList<CaseMismatch>?>(
            accepted.Any(form => Squeeze(form) == Squeeze(got))
                ? []
                : [new CaseMismatch("marks", string.Join(" or ", accepted), got)]);
    }

    private static IEnumerable<string> Rows(ArticleDiff diff) => diff.Paragraphs.Select(change =>
        $"<{change.Kind}{(change.IsMoved ? "+Moved" : "")} {string.Join(',', change.OldIndexes)}→{string.Join(',', change.NewIndexes)}> {change switch
        {
            { Words: { } words } => Mark(words),
            { Kind: ParagraphChangeKind.Inserted } => $"{{+{diff.After.Paragraphs[change.NewIndexes[0]].Text}+}}",
            _ => $"[-{diff.Before.Paragraphs[change.OldIndexes[0]].Text}-]",
        }}");

    private static string Mark(TextDiff diff) => string.Concat(diff.Edits.Select(edit => edit.Kind switch
    {
        EditKind.Delete => $"[-{diff.OldText[edit.OldRange]}-]",
        EditKind.Insert => $"{{+{diff.NewText[edit.NewRange]}+}}",
        _ => diff.NewText[edit.NewRange],
    }));

    private static Article ArticleOf(JsonElement paragraphs) => new()
    {
        Url = new Uri("https://news.example/story"),
        Title = "",
        Paragraphs = [.. paragraphs.EnumerateArray().Select(text => new Paragraph(text.GetString()!))],
    };

    // White space of any kind and length counts as equal, and none of it at the edge of a mark says anything.
    private static string Squeeze(string marked)
    {
        string text = string.Join(' ', marked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (string mark in (ImmutableArray<string>)["{+", "+}", "[-", "-]"])
        {
            text = text.Replace($" {mark}", mark, StringComparison.Ordinal).Replace(
                $"{mark} ", mark, StringComparison.Ordinal);
        }

        return text;
    }
}
