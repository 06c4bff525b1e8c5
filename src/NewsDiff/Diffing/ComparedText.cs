using System.Text;

namespace NewsDiff.Diffing;

/// <summary>What of a text the default comparison sees: two texts of which this is the same do not differ.</summary>
internal static class ComparedText
{
    /// <summary>What stands for every paragraph break, however many blank lines it is.</summary>
    internal const string Break = "\n\n";

    /// <summary>Whether the default comparison shows no change.</summary>
    internal static bool AreSame(string left, string right) => left == right || Of(left) == Of(right);

    /// <summary>The tokens of a text, folded, with a space before each: none holds white space but a break.</summary>
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
