namespace NewsDiff.Diffing;

/// <summary>The two texts of a comparison with their tokens.</summary>
internal readonly ref struct DiffTexts(string oldText, TokenList oldTokens, string newText, TokenList newTokens)
{
    private readonly int _oldWeight = oldTokens.TotalWeight;
    private readonly int _newWeight = newTokens.TotalWeight;

    internal ReadOnlySpan<char> OldText { get; } = oldText;

    internal ReadOnlySpan<Token> Old { get; } = oldTokens.Span;

    internal ReadOnlySpan<char> NewText { get; } = newText;

    internal ReadOnlySpan<Token> New { get; } = newTokens.Span;

    internal int OldWeight(int start, int end) => WeightBefore(Old, end, _oldWeight) - WeightBefore(Old, start, _oldWeight);

    internal int NewWeight(int start, int end) => WeightBefore(New, end, _newWeight) - WeightBefore(New, start, _newWeight);

    private static int WeightBefore(ReadOnlySpan<Token> tokens, int index, int all) =>
        index == tokens.Length ? all : tokens[index].WeightBefore;
}
