using NewsDiff.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Gives the form in which a token is compared.</summary>
/// <remarks>It is printed in its original form.</remarks>
internal sealed class TokenFolding(DiffOptions options)
{
    private char[] _buffer = new char[64];

    /// <summary>Whether ASCII text is compared as it is.</summary>
    internal bool KeepsAscii { get; } = !options.IgnoreCase && !options.IgnoreTypography && !options.IgnoreInvisible;

    /// <summary>Folds one token.</summary>
    /// <param name="token">The token's text.</param>
    /// <returns>The text itself if folding changes nothing; otherwise a buffer that the next call overwrites.</returns>
    internal ReadOnlySpan<char> Fold(ReadOnlySpan<char> token)
    {
        if (KeepsAscii && !MayNeedComposition(token))
        {
            return token;
        }

        int length = 0;
        if (_buffer.Length < token.Length * 3)
        {
            _buffer = new char[token.Length * 3];
        }

        foreach (char c in token)
        {
            if (options.IgnoreInvisible && CharClasses.Of(c) == CharClass.Invisible)
            {
                continue;
            }

            char folded = options.IgnoreTypography ? FoldTypography(c) : c;
            _buffer[length++] = options.IgnoreCase ? char.ToLowerInvariant(folded) : folded;
        }

        ReadOnlySpan<char> result = _buffer.AsSpan(0, length);
        return MayNeedComposition(result) ? Compose(result) : result;
    }

    /// <summary>Forgets the last token that folding changed.</summary>
    internal void Forget() => _buffer.AsSpan().Clear();

    private static ReadOnlySpan<char> Compose(ReadOnlySpan<char> text)
    {
        // A lone surrogate cannot be normalised; such a token is compared as it is.
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return text;
            }
        }

        return text.IsNormalized() ? text : text.ToString().Normalize();
    }

    private static char FoldTypography(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u0060' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => c,
    };

    private static bool MayNeedComposition(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (CharClasses.MayNeedComposition(c))
            {
                return true;
            }
        }

        return false;
    }
}
