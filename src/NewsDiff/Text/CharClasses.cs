using System.Globalization;
using System.Text;

namespace NewsDiff.Text;

/// <summary>Classifies characters by one look-up in a table made from the Unicode categories.</summary>
internal static class CharClasses
{
    private const byte CompositionFlag = 0x80;

    private static readonly byte[] Table = BuildTable();

    internal static CharClass Of(char c) => (CharClass)(Table[c] & ~CompositionFlag);

    /// <summary>
    /// The class of a character with only one normal form; <see cref="CharClass.Surrogate"/> for others.
    /// </summary>
    internal static CharClass OfPlain(char c) => Table[c] < CompositionFlag ? (CharClass)Table[c] : CharClass.Surrogate;

    /// <summary>Whether a text with this character may differ from its composed form (NFC).</summary>
    internal static bool MayNeedComposition(char c) => Table[c] >= CompositionFlag;

    internal static CharClass Of(Rune rune)
    {
        if (rune.IsBmp)
        {
            return Of((char)rune.Value);
        }

        // Planes 2 and 3 hold nothing but Han characters.
        return rune.Value is >= 0x20000 and <= 0x3FFFF
            ? CharClass.Ideograph
            : OfCategory(Rune.GetUnicodeCategory(rune));
    }

    private static byte[] BuildTable()
    {
        var table = new byte[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            CharClass found = Classify((char)c);
            table[c] = (byte)((byte)found | (found is CharClass.Surrogate || IsDecomposed((char)c, found)
                ? CompositionFlag
                : 0));
        }

        return table;
    }

    // Below U+0300 every text is composed. Above, only marks, conjoining jamo, the characters that Unicode excludes
    // from composition (or replaces by another one) and some of those in two halves can differ from their composed
    // form.
    private static bool IsDecomposed(char c, CharClass found) => c >= '\u0300' && (found == CharClass.Mark || c
        is '\u0374' or '\u037E' or '\u0387'
        or >= '\u0958' and <= '\u095F' or >= '\u09DC' and <= '\u09DF' or >= '\u0A33' and <= '\u0A36'
        or >= '\u0A59' and <= '\u0A5E' or >= '\u0B5C' and <= '\u0B5D' or >= '\u0F43' and <= '\u0FB9'
        or >= '\u1100' and <= '\u11FF' or >= '\u1F71' and <= '\u1FFD' or >= '\u2000' and <= '\u2001'
        or >= '\u2126' and <= '\u212B' or >= '\u2329' and <= '\u232A' or '\u2ADC' or >= '\uF900' and <= '\uFB4E');

    private static CharClass Classify(char c)
    {
        switch (c)
        {
            case '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028':
                return CharClass.LineBreak;
            case '\u2029':
                return CharClass.ParagraphBreak;
            case '\u30FB' or '\u30A0':
                return CharClass.Symbol;
            default:
                break;
        }

        if (char.IsWhiteSpace(c))
        {
            return CharClass.Space;
        }

        if (char.IsSurrogate(c))
        {
            return CharClass.Surrogate;
        }

        CharClass general = OfCategory(char.GetUnicodeCategory(c));
        if (general != CharClass.Letter)
        {
            return general;
        }

        return IsIdeograph(c) ? CharClass.Ideograph : IsClusterScript(c) ? CharClass.Cluster : CharClass.Letter;
    }

    private static CharClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber or UnicodeCategory.ConnectorPunctuation => CharClass.Letter,
        UnicodeCategory.DecimalDigitNumber => CharClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
            CharClass.Mark,
        UnicodeCategory.Format => CharClass.Invisible,
        _ => CharClass.Symbol,
    };

    private static bool IsIdeograph(char c) => c
        is >= '\u2E80' and <= '\u30FF' // radicals, ideographic signs, hiragana, katakana
        or >= '\u3100' and <= '\u312F' // bopomofo
        or >= '\u31A0' and <= '\u31FF' // bopomofo and katakana extensions
        or >= '\u3400' and <= '\u9FFF' // Han
        or >= '\uF900' and <= '\uFAFF' // Han, compatibility
        or >= '\uFF66' and <= '\uFF9F'; // katakana, half width

    private static bool IsClusterScript(char c) => c
        is >= '\u0E00' and <= '\u0EFF' // Thai, Lao
        or >= '\u1000' and <= '\u109F' // Myanmar
        or >= '\u1780' and <= '\u17FF' // Khmer
        or >= '\uA9E0' and <= '\uA9FF' // Myanmar extended B
        or >= '\uAA60' and <= '\uAA7F'; // Myanmar extended A
}
