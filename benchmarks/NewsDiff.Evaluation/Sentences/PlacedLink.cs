using System.Collections.Immutable;
using NewsDiff.Evaluation.Alignment;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>Two linked sentences by their places.</summary>
/// <param name="Old">The place of the old sentence.</param>
/// <param name="New">The place of the new sentence.</param>
/// <param name="OldText">The old sentence.</param>
/// <param name="NewText">The new sentence.</param>
/// <param name="IsSure">Whether no other reading can be defended.</param>
internal sealed record PlacedLink(Sentence Old, Sentence New, string OldText, string NewText, bool IsSure = true)
{
    /// <summary>Whether both sentences are the same but for white space.</summary>
    internal bool IsSame => Plain(OldText) == Plain(NewText);

    /// <summary>Whether both sentences have a letter or a digit; lines of symbols are not scored.</summary>
    internal bool HasWords => OldText.Any(char.IsLetterOrDigit) && NewText.Any(char.IsLetterOrDigit);

    internal static PlacedLink Read(ImmutableArray<int> numbers, RevisionPair pair, bool isSure) =>
        Of(
            new Sentence(numbers[0], numbers[1], numbers[2]),
            new Sentence(numbers[3], numbers[4], numbers[5]),
            pair) with
        { IsSure = isSure };

    internal static PlacedLink Of(Sentence old, Sentence @new, RevisionPair pair) =>
        new(old, @new, TextOf(old, pair.Old), TextOf(@new, pair.New));

    /// <summary>Whether both links join the same sentences, though one may be cut at another place.</summary>
    internal bool Meets(PlacedLink other) => Overlaps(Old, other.Old) && Overlaps(New, other.New);

    // More than half of the shorter one: a sentence cannot meet two neighbours.
    private static bool Overlaps(Sentence left, Sentence right)
    {
        int common = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return left.Paragraph == right.Paragraph && 2 * common > Math.Min(left.Length, right.Length);
    }

    private static string TextOf(Sentence sentence, Article article) =>
        article.Paragraphs[sentence.Paragraph].Text.Substring(sentence.Start, sentence.Length);

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
