using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Gives the form in which a token is compared.</summary>
/// <remarks>A token is still shown in its original form. <c>docs/folding.md</c> says what each option covers.</remarks>
internal sealed class TokenFolding(DiffOptions options)
{
    // Composition makes a token at most three times as long (UAX #15).
    private const int MostGrowth = 3;

    private char[] _buffer = new char[64];

    /// <summary>Whether ASCII text is compared as it is.</summary>
    internal bool KeepsAscii { get; } = !options.IgnoreCase && !options.IgnoreTypography && !options.IgnoreInvisible;

    /// <summary>Where a mark ends; it may be several characters, such as two hyphens.</summary>
    internal int MarkEnd(ReadOnlySpan<char> text, int start, int end) =>
        options.IgnoreTypography && end == start + 1 ? start + TypographyFolding.MarkLength(text[start..]) : end;

    /// <summary>Folds one token.</summary>
    /// <param name="token">The token's text.</param>
    /// <returns>The text itself if folding changes nothing; otherwise a buffer that the next call overwrites.</returns>
    internal ReadOnlySpan<char> Fold(ReadOnlySpan<char> token)
    {
        if (KeepsAscii && !MayNeedComposition(token))
        {
            return token;
        }

        if (_buffer.Length < token.Length * MostGrowth)
        {
            _buffer = new char[token.Length * MostGrowth];
        }

        if (options.IgnoreTypography && TypographyFolding.FoldMark(token) is { } mark)
        {
            _buffer[0] = mark;
            return _buffer.AsSpan(0, 1);
        }

        int length = 0;
        foreach (char c in token)
        {
            if (!options.IgnoreInvisible || CharClasses.Of(c) != CharClass.Invisible)
            {
                _buffer[length++] = options.IgnoreTypography ? TypographyFolding.Fold(c) : c;
            }
        }

        ReadOnlySpan<char> result = _buffer.AsSpan(0, length);
        result = MayNeedComposition(result) ? Compose(result) : result;
        return options.IgnoreCase ? FoldCase(result) : result;
    }

    /// <summary>Forgets the last token that folding changed.</summary>
    internal void Forget() => _buffer.AsSpan().Clear();

    // The result is in composed form, where a letter and its mark are one character: what folding takes apart is
    // composed again.
    private ReadOnlySpan<char> FoldCase(ReadOnlySpan<char> token)
    {
        if (Ascii.IsValid(token))
        {
            int length = token.Length;
            Span<char> all = _buffer.AsSpan(0, length);
            token.CopyTo(all);
            _ = Ascii.ToLowerInPlace(all, out _);
            return all;
        }

        string folded = CaseFolding.Fold(token);
        return MayNeedComposition(folded) ? Compose(folded) : folded;
    }

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
