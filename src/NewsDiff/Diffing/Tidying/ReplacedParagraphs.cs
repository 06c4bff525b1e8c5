using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Tidying;

/// <summary>Joins consecutive paragraphs that were all replaced whole into one replacement.</summary>
/// <remarks>The breaks between them are kept by chance: the removed and the new text read best as two blocks.</remarks>
internal static class ReplacedParagraphs
{
    internal static void Join(in DiffTexts texts, List<Hunk> hunks)
    {
        int top = 0;
        for (int i = 1; i < hunks.Count; i++)
        {
            Hunk current = hunks[i];
            if (IsLoneBreak(texts.New, hunks[top].NewEnd, current.NewStart)
                && AreWhole(texts, hunks[top])
                && AreWhole(texts, current))
            {
                hunks[top] = hunks[top] with { OldEnd = current.OldEnd, NewEnd = current.NewEnd };
            }
            else
            {
                hunks[++top] = current;
            }
        }

        if (hunks.Count > 0)
        {
            CollectionsMarshal.SetCount(hunks, top + 1);
        }
    }

    private static bool IsLoneBreak(ReadOnlySpan<Token> tokens, int start, int end) =>
        end - start == 1 && tokens[start].Kind == TokenKind.Break;

    private static bool AreWhole(in DiffTexts texts, in Hunk hunk) => hunk.IsReplacement
        && IsBorder(texts.Old, hunk.OldStart - 1) && IsBorder(texts.Old, hunk.OldEnd)
        && IsBorder(texts.New, hunk.NewStart - 1) && IsBorder(texts.New, hunk.NewEnd);

    private static bool IsBorder(ReadOnlySpan<Token> tokens, int index) =>
        index < 0 || index == tokens.Length || tokens[index].EndsParagraph;
}
