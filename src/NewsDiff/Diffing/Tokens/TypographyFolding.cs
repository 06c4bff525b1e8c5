namespace NewsDiff.Diffing.Tokens;

/// <summary>Makes marks equal that differ only in typography: quotes, dashes, the ellipsis.</summary>
internal static class TypographyFolding
{
    private const int DotsOfEllipsis = 3;

    /// <summary>The plain form of a character.</summary>
    internal static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u0060' or '\u00B4' // ‘ ’ ‚ ‛ ′ ʼ ` ´
            or '\u2039' or '\u203A' // ‹ ›
            or '\u300E' or '\u300F' or '\uFE43' or '\uFE44' => '\'', // 『 』, upright and in vertical text
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' // “ ” „ ‟ ″ « »
            or '\u300C' or '\u300D' or '\uFE41' or '\uFE42' or '\uFF62' or '\uFF63' // 「 」, also vertical, half width
            or '\u301D' or '\u301E' or '\u301F' => '"', // 〝 〞 〟
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2E3A' or '\u2E3B' or '\u2212' => '-',
        _ => c,
    };

    /// <summary>The plain form of a mark of several characters; null for any other token.</summary>
    internal static char? FoldMark(ReadOnlySpan<char> token) => token switch
    {
        "..." or "\u2026" => '\u2026',
        "--" or "---" => '-',
        "``" or "''" => '"',
        _ => null,
    };

    /// <summary>The length of the mark at the start of a text: one character or several.</summary>
    internal static int MarkLength(ReadOnlySpan<char> text)
    {
        char first = text[0];
        int length = 1;
        while (length < DotsOfEllipsis && length < text.Length && text[length] == first)
        {
            length++;
        }

        return (first, length) switch
        {
            ('-', > 1) => length,
            ('.', DotsOfEllipsis) => length,
            ('`' or '\'', > 1) => 2,
            _ => 1,
        };
    }
}
