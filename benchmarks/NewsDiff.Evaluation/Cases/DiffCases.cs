using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Evaluation.Cases;

/// <summary>
/// Checks how comparisons are marked: <c>{old, new, expected, options}</c>, of texts or of lists of paragraphs. Where
/// <c>{~moved~}</c> is expected, what moved is written so: in articles also at its old place, as <c>[~moved~]</c>.
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
        JsonElement expected = row.GetProperty("expected");
        string[] accepted = expected.ValueKind == JsonValueKind.Array
            ? [.. expected.EnumerateArray().Select(form => form.GetString()!)]
            : [expected.GetString()!];
        bool withMoves = accepted.Any(form => form.Contains("{~", StringComparison.Ordinal));
        string got = old.ValueKind == JsonValueKind.Array
            ? string.Join(' ', Rows(ArticleDiff.Compute(ArticleOf(old), ArticleOf(@new), options), withMoves))
            : MarkText(TextDiff.Compute(old.GetString()!, @new.GetString()!, options), withMoves);
        return Task.FromResult<IReadOnlyList<CaseMismatch>?>(
            accepted.Any(form => Squeeze(form) == Squeeze(got))
                ? []
                : [new CaseMismatch("marks", string.Join(" or ", accepted), got)]);
    }

    private static IEnumerable<string> Rows(ArticleDiff diff, bool withMoves) => diff.Paragraphs.Select(change =>
        $"<{change.Kind}{(change.IsMoved ? "+Moved" : "")} {string.Join(',', change.OldIndexes)}→{string.Join(',', change.NewIndexes)}> {change switch
        {
            { Words: { } words } => Mark(
                words,
                [.. diff.Moves.Where(move => withMoves && change.OldIndexes.SequenceEqual([move.OldParagraph]))],
                [.. diff.Moves.Where(move => withMoves && change.NewIndexes.SequenceEqual([move.NewParagraph]))],
                isOldShown: true),
            { Kind: ParagraphChangeKind.Inserted } => $"{{+{diff.After.Paragraphs[change.NewIndexes[0]].Text}+}}",
            _ => $"[-{diff.Before.Paragraphs[change.OldIndexes[0]].Text}-]",
        }}");

    private static string MarkText(TextDiff diff, bool withMoves)
    {
        ImmutableArray<DiffMove> moves = withMoves ? diff.Moves : [];
        return Mark(diff, moves, moves, isOldShown: false);
    }

    private static string Mark(
        TextDiff diff, ImmutableArray<DiffMove> left, ImmutableArray<DiffMove> moved, bool isOldShown) =>
        string.Concat(diff.Edits.Select(edit =>
        {
            switch (edit.Kind)
            {
                case EditKind.Insert:
                    string inserted = diff.NewText[edit.NewRange];
                    return moved.Any(move => Holds(move.NewRange, edit.NewRange, inserted))
                        ? $"{{~{inserted}~}}"
                        : $"{{+{inserted}+}}";
                case EditKind.Delete:
                    string deleted = diff.OldText[edit.OldRange];
                    return !left.Any(move => Holds(move.OldRange, edit.OldRange, deleted)) ? $"[-{deleted}-]"
                        : isOldShown ? $"[~{deleted}~]"
                        : "";
                default:
                    return diff.NewText[edit.NewRange];
            }
        }));

    // White space at the ends of an edit says nothing.
    private static bool Holds(Range move, Range edit, string text) =>
        move.Start.Value <= edit.Start.Value + text.Length - text.TrimStart().Length
        && edit.Start.Value + text.TrimEnd().Length <= move.End.Value;

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
        foreach (string mark in (ImmutableArray<string>)["{+", "+}", "[-", "-]", "{~", "~}", "[~", "~]"])
        {
            text = text.Replace($" {mark}", mark, StringComparison.Ordinal).Replace(
                $"{mark} ", mark, StringComparison.Ordinal);
        }

        return text;
    }
}
