using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing;

/// <summary>The two texts of a comparison with their tokens.</summary>
internal readonly ref struct DiffTexts(string oldText, TokenList oldTokens, string newText, TokenList newTokens)
{
    internal ReadOnlySpan<char> OldText { get; } = oldText;

    internal ReadOnlySpan<Token> Old { get; } = oldTokens.Span;

    internal ReadOnlySpan<char> NewText { get; } = newText;

    internal ReadOnlySpan<Token> New { get; } = newTokens.Span;
}
