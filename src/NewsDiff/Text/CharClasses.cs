using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsDiff.Text;

/// <summary>Classifies characters by one look-up in a table made from the Unicode categories.</summary>
internal static class CharClasses
{
    private const byte CompositionFlag = 0x80;

    // Below U+0300 every text is composed. Above, only marks, conjoining jamo, the characters that Unicode excludes
    // from composition (or replaces by another one) and some of those in two halves can differ from their composed
    // form.
    private const char FirstDecomposed = '\u0300';

    private const string WhiteSpace =
        "\t \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    private static readonly (char First, char Last)[] Decomposed =
    [
        ('\u0374', '\u0374'), ('\u037E', '\u037E'), ('\u0387', '\u0387'),
        ('\u0958', '\u095F'), ('\u09DC', '\u09DF'), ('\u0A33', '\u0A36'), ('\u0A59', '\u0A5E'),
        ('\u0B5C', '\u0B5D'), ('\u0F43', '\u0FB9'), ('\u1100', '\u11FF'), ('\u1F71', '\u1FFD'),
        ('\u2000', '\u2001'), ('\u2126', '\u212B'), ('\u2329', '\u232A'), ('\u2ADC', '\u2ADC'),
        ('\uF900', '\uFB4E'),
    ];

    private static readonly (char First, char Last)[] Ideographs =
    [
        ('\u2E80', '\u30FF'), // radicals, ideographic signs, hiragana, katakana
        ('\u3100', '\u312F'), // bopomofo
        ('\u31A0', '\u31FF'), // bopomofo and katakana extensions
        ('\u3400', '\u9FFF'), // Han
        ('\uF900', '\uFAFF'), // Han, compatibility
        ('\uFF66', '\uFF9F'), // katakana, half width
    ];

    private static readonly (char First, char Last)[] ClusterScripts =
    [
        ('\u0E00', '\u0EFF'), // Thai, Lao
        ('\u1000', '\u109F'), // Myanmar
        ('\u1780', '\u17FF'), // Khmer
        ('\uA9E0', '\uA9FF'), // Myanmar extended B
        ('\uAA60', '\uAA7F'), // Myanmar extended A
    ];

    // It is made of the ranges above.
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

    // One loop over the categories, then the ranges that are something else: it runs at the start of every process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] BuildTable()
    {
        Span<byte> classes = stackalloc byte[(int)UnicodeCategory.OtherNotAssigned + 1];
        for (int category = 0; category < classes.Length; category++)
        {
            classes[category] = (byte)OfCategory((UnicodeCategory)category);
        }

        var table = new byte[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            byte found = classes[(int)char.GetUnicodeCategory((char)c)];
            table[c] = found == (byte)CharClass.Mark && c >= FirstDecomposed ? (byte)(found | CompositionFlag) : found;
        }

        SetLetters(table, Ideographs, CharClass.Ideograph);
        SetLetters(table, ClusterScripts, CharClass.Cluster);
        SetSpecials(table);
        foreach ((char first, char last) in Decomposed)
        {
            for (int c = first; c <= last; c++)
            {
                table[c] |= CompositionFlag;
            }
        }

        return table;
    }

    private static void SetLetters(byte[] table, (char First, char Last)[] ranges, CharClass found)
    {
        foreach ((char first, char last) in ranges)
        {
            for (int c = first; c <= last; c++)
            {
                table[c] = table[c] == (byte)CharClass.Letter ? (byte)found : table[c];
            }
        }
    }

    private static void SetSpecials(byte[] table)
    {
        table.AsSpan('\uD800', '\uE000' - '\uD800').Fill((byte)CharClass.Surrogate | CompositionFlag);
        foreach (char c in WhiteSpace)
        {
            table[c] = (byte)CharClass.Space;
        }

        foreach (char c in "\n\r\v\f\u0085\u2028")
        {
            table[c] = (byte)CharClass.LineBreak;
        }

        table['\u2029'] = (byte)CharClass.ParagraphBreak;
        table['\u30FB'] = table['\u30A0'] = (byte)CharClass.Symbol;
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
}
