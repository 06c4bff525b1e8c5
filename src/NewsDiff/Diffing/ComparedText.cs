using System.Buffers;

namespace NewsDiff.Diffing;

/// <summary>What of a text the default comparison sees: two texts of which this is the same do not differ. Keeps its buffers.</summary>
internal sealed class ComparedText
{
    /// <summary>What stands for every paragraph break, however many blank lines it is.</summary>
    internal const string Break = "\n\n";

    private readonly TokenFolding _folding = new(DiffOptions.Default);
    private readonly TokenList _tokens = new();
    private readonly ArrayBufferWriter<char> _compared = new();

    /// <summary>Whether the default comparison shows no change in any of these pairs.</summary>
    internal static bool AreSame(IEnumerable<(string Left, string Right)> pairs)
    {
        ComparedText? left = null;
        ComparedText? right = null;
        return pairs.All(pair => pair.Left == pair.Right
            || (left ??= new ComparedText()).Read(pair.Left).SequenceEqual((right ??= new ComparedText()).Read(pair.Right)));
    }

    /// <summary>Gives the tokens of a text, folded, with a space before each: none holds white space but a break.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A buffer that the next call overwrites.</returns>
    internal ReadOnlySpan<char> Read(string text)
    {
        Tokenizer.Tokenize(text, _tokens);
        _compared.ResetWrittenCount();
        foreach (ref readonly Token token in _tokens.Span)
        {
            _compared.Write(" ");
            _compared.Write(token.Kind == TokenKind.Break ? Break : _folding.Fold(text.AsSpan(token.Start, token.Length)));
        }

        return _compared.WrittenSpan;
    }
}
