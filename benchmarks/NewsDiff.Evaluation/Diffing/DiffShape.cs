using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>How a comparison reads: counts of what is marked and how it is scattered.</summary>
/// <param name="Tokens">Tokens deleted plus tokens inserted: D.</param>
/// <param name="Words">Words deleted plus words inserted.</param>
/// <param name="Runs">Unbroken stretches of change.</param>
/// <param name="SpaceIslands">Kept stretches between two changes that hold no word.</param>
internal readonly record struct DiffShape(int Tokens, int Words, int Runs, int SpaceIslands)
{
    public static DiffShape operator +(DiffShape left, DiffShape right) => new(
        left.Tokens + right.Tokens, left.Words + right.Words, left.Runs + right.Runs,
        left.SpaceIslands + right.SpaceIslands);

    internal static DiffShape Of(TextDiff diff)
    {
        var tokens = new TokenList();
        var shape = default(DiffShape);
        for (int i = 0; i < diff.Edits.Length; i++)
        {
            DiffEdit edit = diff.Edits[i];
            bool isFirst = i == 0 || diff.Edits[i - 1].Kind == EditKind.Equal;
            if (edit.Kind == EditKind.Equal)
            {
                bool isIsland = i > 0
                    && i + 1 < diff.Edits.Length
                    && !diff.NewText.AsSpan()[edit.NewRange].ContainsAnyLetterOrDigit();
                shape += new DiffShape(0, 0, 0, isIsland ? 1 : 0);
                continue;
            }

            Tokenizer.Tokenize(
                edit.Kind == EditKind.Delete
                    ? diff.OldText.AsSpan()[edit.OldRange]
                    : diff.NewText.AsSpan()[edit.NewRange],
                tokens);
            int words = 0;
            foreach (ref readonly Token token in tokens.Span)
            {
                words += token.IsWord ? 1 : 0;
            }

            shape += new DiffShape(tokens.Count, words, isFirst ? 1 : 0, 0);
        }

        return shape;
    }
}
