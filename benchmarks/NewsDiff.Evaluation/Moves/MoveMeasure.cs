using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsDiff.Evaluation.Alignment;
using NewsDiff.Evaluation.Diffing;

namespace NewsDiff.Evaluation.Moves;

/// <summary>What one kind of comparison says of one pair.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Moves">The number of moves.</param>
/// <param name="Before">Whether a block was deleted and inserted.</param>
/// <param name="Left">A block that was deleted and inserted and did not move; null for none.</param>
/// <param name="DiffTime">The time of the comparison, in microseconds.</param>
/// <param name="MovesTime">The time of finding the moves.</param>
internal sealed record MoveMeasure(string Set, int Moves, bool Before, string? Left, double DiffTime, double MovesTime)
{
    private const int Rounds = 3;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static MoveMeasure OfText(RevisionPair pair)
    {
        (string old, string @new) = (TextOf(pair.Old), TextOf(pair.New));
        (TextDiff diff, double diffTime, double movesTime) = Time(
            () => TextDiff.Compute(old, @new), static diff => diff.Moves.Length);
        (string? before, string? left) = FindBlocks(Stretch.Deleted(diff), Stretch.Inserted(diff), diff.Moves);
        return new MoveMeasure(pair.Set, diff.Moves.Length, before is not null, left, diffTime, movesTime);
    }

    internal static MoveMeasure OfArticle(RevisionPair pair, StreamWriter? writer)
    {
        (ArticleDiff diff, double diffTime, double movesTime) = Time(pair.Compare, static diff => diff.Moves.Length);
        foreach (DiffMove move in diff.Moves)
        {
            writer?.WriteLine(Describe(pair, diff, move));
        }

        (string? before, string? left) = FindBlocks(Stretch.Deleted(diff), Stretch.Inserted(diff), diff.Moves);
        return new MoveMeasure(pair.Set, diff.Moves.Length, before is not null, left, diffTime, movesTime);
    }

    private static (string? Before, string? Left) FindBlocks(
        List<Stretch> deleted, List<Stretch> inserted, ImmutableArray<DiffMove> moves) => (
        VerbatimBlock.Find(deleted, inserted),
        VerbatimBlock.Find(
            Stretch.Without(deleted, moves.Select(move => (move.OldParagraph, move.OldRange))),
            Stretch.Without(inserted, moves.Select(move => (move.NewParagraph, move.NewRange)))));

    private static (T Diff, double DiffTime, double MovesTime) Time<T>(Func<T> compare, Func<T, int> findMoves)
    {
        double diffTime = double.MaxValue;
        double movesTime = double.MaxValue;
        T diff = compare();
        for (int i = 0; i < Rounds; i++)
        {
            double start = CpuClock.Now();
            diff = compare();
            double compared = CpuClock.Now();
            int moves = findMoves(diff);
            Debug.Assert(moves >= 0, "The count keeps the moves from being left out.");
            movesTime = Math.Min(movesTime, CpuClock.Now() - compared);
            diffTime = Math.Min(diffTime, compared - start);
        }

        return (diff, diffTime, movesTime);
    }

    private static string TextOf(Article article) =>
        string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text));

    // The paragraphs with what moved in brackets, for reading by eye.
    private static string Describe(RevisionPair pair, ArticleDiff diff, DiffMove move) => JsonSerializer.Serialize(
        new
        {
            pair = $"{pair.Set} {pair.Id} {pair.From}",
            oldParagraph = move.OldParagraph,
            newParagraph = move.NewParagraph,
            words = string.Concat(move.Words.Edits.Select(edit => edit.Kind switch
            {
                EditKind.Delete => $"[-{move.Words.OldText[edit.OldRange]}-]",
                EditKind.Insert => $"{{+{move.Words.NewText[edit.NewRange]}+}}",
                _ => move.Words.NewText[edit.NewRange],
            })),
            old = Mark(diff.Before.Paragraphs[move.OldParagraph].Text, move.OldRange),
            @new = Mark(diff.After.Paragraphs[move.NewParagraph].Text, move.NewRange),
        },
        Json);

    private static string Mark(string text, Range range) =>
        $"{text[..range.Start]}⟦{text[range]}⟧{text[range.End..]}";
}
