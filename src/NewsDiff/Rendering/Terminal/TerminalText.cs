using System.Globalization;
using System.Text;

namespace NewsDiff.Rendering.Terminal;

/// <summary>Measures characters for a terminal, and replaces unsafe ones.</summary>
internal static class TerminalText
{
    // East Asian wide and full-width blocks and emoji, coarsely (Unicode Standard Annex #11): enough to wrap lines by.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>Makes a character safe to print: a symbol replaces controls and changes of direction.</summary>
    internal static Rune Harmless(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        (>= 0x80 and <= 0x9F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>Makes a text safe to print on one line.</summary>
    internal static string Harmless(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpace = rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029;
            clean.Append(isSpace ? " " : Harmless(rune).ToString());
        }

        return clean.ToString();
    }

    /// <summary>How many columns a character takes.</summary>
    internal static int WidthOf(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        return Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }
}
