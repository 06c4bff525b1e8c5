using System.Text;

namespace NewsDiff.Diffing;

/// <summary>The normalized text that the default comparison sees: equal for texts that do not differ.</summary>
internal static class ComparedText
{
    /// <summary>The mark of a paragraph break, whatever its number of blank lines.</summary>
    internal const string Break = "\n\n";

    /// <summary>Whether the default comparison shows no change.</summary>
    internal static bool AreSame(string left, string right) => left == right || Of(left) == Of(right);

    /// <summary>The folded tokens of a text, each after a space; only a break contains white space.</summary>
    internal static string Of(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        var folding = new TokenFolding(DiffOptions.Default);
        var compared = new StringBuilder(text.Length + tokens.Count);
        foreach (ref readonly Token token in tokens.Span)
        {
            compared.Append(' ');
            compared.Append(token.Kind == TokenKind.Break ? Break : folding.Fold(text.AsSpan(token.Start, token.Length)));
        }

        return compared.ToString();
    }
}
