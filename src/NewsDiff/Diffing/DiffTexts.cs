namespace NewsDiff.Diffing;

/// <summary>The two texts of a comparison with their tokens.</summary>
internal readonly ref struct DiffTexts(
    ReadOnlySpan<char> oldText, ReadOnlySpan<Token> oldTokens, ReadOnlySpan<char> newText, ReadOnlySpan<Token> newTokens)
{
    internal ReadOnlySpan<char> OldText { get; } = oldText;

    internal ReadOnlySpan<Token> Old { get; } = oldTokens;

    internal ReadOnlySpan<char> NewText { get; } = newText;

    internal ReadOnlySpan<Token> New { get; } = newTokens;

    internal int OldWeight(int start, int end) => Weight(OldText, Old[start..end]);

    internal int NewWeight(int start, int end) => Weight(NewText, New[start..end]);

    private static int Weight(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        int sum = 0;
        foreach (ref readonly Token token in tokens)
        {
            sum += TokenWeight.Of(token.Kind, text.Slice(token.Start, token.Length));
        }

        return sum;
    }
}
