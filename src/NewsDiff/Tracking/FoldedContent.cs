using System.Buffers;
using System.Text;

namespace NewsDiff.Tracking;

/// <summary>Tells whether two articles say the same, once white space and canonical equivalence (NFC) are folded.</summary>
/// <remarks>
/// Decides what becomes a version, so it is deliberately not the differ: what is stored must not depend on how changes are
/// shown. The kind of a paragraph is left out too: markup that changed is no edit.
/// </remarks>
internal static class FoldedContent
{
    /// <summary>Whether title and paragraphs say the same; empty paragraphs do not count.</summary>
    public static bool SaysTheSame(Article left, Article right) =>
        left.HasSameContentAs(right)
        || (Fold(left.Title) == Fold(right.Title) && Paragraphs(left).SequenceEqual(Paragraphs(right)));

    /// <summary>How many characters a reader sees in the body.</summary>
    public static int LengthOf(Article article) => Paragraphs(article).Sum(text => text.Length);

    /// <summary>Puts one space for each run of white space, none at the ends, and composes characters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool pending = false;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                pending = folded.Length > 0;
                continue;
            }

            folded.Append(pending ? " " : "").Append(character);
            pending = false;
        }

        string result = folded.ToString();
        return IsWellFormed(result) ? result.Normalize(NormalizationForm.FormC) : result;
    }

    private static IEnumerable<string> Paragraphs(Article article) =>
        article.Paragraphs.Select(paragraph => Fold(paragraph.Text)).Where(text => text.Length > 0);

    /// <summary>A broken page may hold half a surrogate pair, which cannot be normalised.</summary>
    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
