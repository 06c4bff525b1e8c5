using System.Globalization;
using System.Text;

namespace NewsDiff.Cards.Lettering;

/// <summary>Finds the class of a character, by its category and its block.</summary>
internal static class BidiClasses
{
    /// <summary>The class of a character.</summary>
    public static BidiClass Of(Rune rune)
    {
        int c = rune.Value;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NonSpacing,
            UnicodeCategory.DecimalDigitNumber => OfDigit(c),
            UnicodeCategory.Format => OfFormat(c),
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned => OfLetter(c),
            UnicodeCategory.OtherNumber => OfNumber(c),
            UnicodeCategory.SpaceSeparator =>
                c is 0x00A0 or 0x202F ? BidiClass.CommonSeparator : BidiClass.Space,
            UnicodeCategory.CurrencySymbol => c == 0x060B ? BidiClass.Arabic : BidiClass.EuropeanTerminator,
            _ => OfSign(c),
        };
    }

    private static BidiClass OfDigit(int c) => c switch
    {
        (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9) or (>= 0xFF10 and <= 0xFF19) or (>= 0x1D7CE and <= 0x1D7FF)
            or (>= 0x1FBF0 and <= 0x1FBF9) => BidiClass.EuropeanNumber,
        (>= 0x0660 and <= 0x0669) or (>= 0x10D30 and <= 0x10D39) => BidiClass.ArabicNumber,
        _ => OfLetter(c),
    };

    private static BidiClass OfFormat(int c) => c switch
    {
        0x200E => BidiClass.Left,
        0x200F => BidiClass.Right,
        0x061C => BidiClass.Arabic,
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x0890 or 0x0891 or 0x08E2 => BidiClass.ArabicNumber,

        // It is left out where it counts: like a mark, it follows the character before it.
        _ => BidiClass.NonSpacing,
    };

    private static BidiClass OfNumber(int c) => c switch
    {
        0x00B2 or 0x00B3 or 0x00B9 or 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089)
            or (>= 0x2488 and <= 0x249B) or (>= 0x1F100 and <= 0x1F10A) => BidiClass.EuropeanNumber,
        (>= 0x00BC and <= 0x00BE) or (>= 0x2150 and <= 0x215F) or 0x2189 or (>= 0x2460 and <= 0x2487)
            or (>= 0x24EA and <= 0x24FF) or (>= 0x2776 and <= 0x2793) or (>= 0x3251 and <= 0x325F)
            or (>= 0x32B1 and <= 0x32BF) => BidiClass.Other,
        (>= 0x10E60 and <= 0x10E7E) => BidiClass.ArabicNumber,
        _ => OfLetter(c),
    };

    private static BidiClass OfLetter(int c) => c switch
    {
        (>= 0x0600 and <= 0x07BF) or (>= 0x0860 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF)
            or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10D00 and <= 0x10D3F) or (>= 0x10EC0 and <= 0x10EFF)
            or (>= 0x10F30 and <= 0x10F6F) or (>= 0x1EC70 and <= 0x1ECBF) or (>= 0x1ED00 and <= 0x1ED4F)
            or (>= 0x1EE00 and <= 0x1EEFF) => BidiClass.Arabic,
        (>= 0x0590 and <= 0x05FF) or (>= 0x07C0 and <= 0x085F) or (>= 0xFB1D and <= 0xFB4F)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => BidiClass.Right,
        _ => BidiClass.Left,
    };

    /// <summary>The class of a symbol or of punctuation.</summary>
    private static BidiClass OfSign(int c) => c switch
    {
        '+' or '-' or 0x207A or 0x207B or 0x208A or 0x208B or 0x2212 or 0xFB29 or 0xFE62 or 0xFE63 or 0xFF0B or 0xFF0D
            => BidiClass.EuropeanSeparator,
        ',' or '.' or '/' or ':' or 0x060C or 0x2044 or 0xFE50 or 0xFE52 or 0xFE55 or 0xFF0C or 0xFF0E or 0xFF0F
            or 0xFF1A => BidiClass.CommonSeparator,
        '#' or '%' or 0x00B0 or 0x00B1 or 0x066A or 0x0609 or 0x060A or (>= 0x2030 and <= 0x2034) or 0x212E or 0x2213
            or 0xFE5F or 0xFE6A or 0xFF03 or 0xFF05 => BidiClass.EuropeanTerminator,
        0x066B or 0x066C => BidiClass.ArabicNumber,
        0x0606 or 0x0607 or 0x060E or 0x060F or 0x06DE or 0x06E9 or 0xFD3E or 0xFD3F or 0xFDCF or 0xFDFD or 0xFDFE
            or 0xFDFF => BidiClass.Other,
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE)
            or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => OfLetter(c),
        _ => BidiClass.Other,
    };
}
