using System.Buffers;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing;

/// <summary>Normalises texts: those without changes in the default comparison become equal.</summary>
/// <remarks>It keeps its buffers from one text to the next.</remarks>
internal sealed class ComparedText
{
    /// <summary>The mark of a paragraph break, whatever its number of blank lines.</summary>
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
            || (left ??= new ComparedText()).Read(pair.Left).SequenceEqual(
                (right ??= new ComparedText()).Read(pair.Right)));
    }

    /// <summary>The folded tokens of a text, each after a space; only breaks contain white space.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A buffer that the next call overwrites.</returns>
    internal ReadOnlySpan<char> Read(string text)
    {
        Tokenizer.Tokenize(text, _tokens);
        _compared.ResetWrittenCount();
        foreach (ref readonly Token token in _tokens.Span)
        {
            _compared.Write(" ");
            _compared.Write(
                token.Kind == TokenKind.Break ? Break : _folding.Fold(text.AsSpan(token.Start, token.Length)));
        }

        return _compared.WrittenSpan;
    }
}
