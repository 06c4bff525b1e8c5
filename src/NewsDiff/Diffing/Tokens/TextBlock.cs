using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Sixty-four characters as bits: where tokens begin, and what needs a closer look.</summary>
/// <remarks>
/// It finds the borders of a dozen words at once, so that no word waits for the end of the previous one. It knows
/// ASCII, and the dashes and quotation marks from U+2010 to U+201F. The lowest bit is the first character.
/// </remarks>
internal readonly struct TextBlock
{
    internal const int Size = 64;

    private const int Half = Size / 2;

    // The last character is not judged: whether it joins two letters depends on the next one.
    private const int Last = Size - 2;

    private const char FirstTypographic = '\u2010';
    private const int Typographic = 16;
    private const byte RightQuote = '\u2019' - FirstTypographic;

    private readonly ulong _unclearEnds;

    private TextBlock(in Masks masks)
    {
        ulong words = masks.Letters | masks.Digits;
        Words = words
            | (masks.Apostrophes & (masks.Letters << 1) & (masks.Letters >> 1))
            | (masks.Separators & (masks.Digits << 1) & (masks.Digits >> 1));
        ulong solid = ~(masks.Spaces | masks.Controls | masks.Others);
        ulong lineEnds = masks.LineFeeds & (solid >> 1);
        Breaks = masks.LineFeeds & (masks.LineFeeds >> 1) & (solid >> 2) & ~(masks.Spaces << 1) & ~1UL;
        ulong spaces = masks.Spaces | lineEnds | (Breaks << 1);
        ulong marks = solid & ~Words;
        Starts = (Words & ~(Words << 1)) | ~(Words | spaces);
        Ends = (~Words & (Words << 1)) | (marks << 1) | (Breaks << 2);
        ulong joiners = (masks.Apostrophes | masks.Separators) & (masks.Others >> 1);
        _unclearEnds = (masks.Others | joiners) & (Words << 1);
        Unclear = (masks.Controls & ~(lineEnds | Breaks | (Breaks << 1)))
            | masks.Others
            | _unclearEnds
            | (marks & (masks.Others >> 1));
    }

    /// <summary>The characters of words, and what joins them.</summary>
    internal ulong Words { get; }

    /// <summary>The first characters of paragraph breaks; each of these breaks has two.</summary>
    internal ulong Breaks { get; }

    /// <summary>Where words, marks and breaks begin.</summary>
    internal ulong Starts { get; }

    /// <summary>Where the clear ones of them end.</summary>
    internal ulong Ends { get; }

    /// <summary>What is none of these, or behind a word that may go on.</summary>
    internal ulong Unclear { get; }

    /// <summary>Where the next block must begin; 0 if one word fills this one.</summary>
    internal int End => Size - BitOperations.LeadingZeroCount(~Words & (ulong.MaxValue >> (Size - 1 - Last)));

    /// <summary>Reads the characters from a place; the text must have that many.</summary>
    internal static TextBlock Read(ref char place)
    {
        Masks first = Masks.Read(ref place);
        Masks second = Masks.Read(ref Unsafe.Add(ref place, Half));
        return new TextBlock(first.Join(second));
    }

    /// <summary>Whether a word ends at an unclear place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool EndsWord(int place) => ((_unclearEnds >> place) & 1) != 0;

    /// <summary>Whether a place is in a word that began before it.</summary>
    internal bool IsInsideWord(int place) => (((Words & ~Starts) >> place) & 1) != 0;

    /// <summary>Counts the words at the beginning of the block that need no closer look.</summary>
    /// <remarks>The block must begin where a token may begin.</remarks>
    /// <param name="length">How many characters they are in, with the space after them; 0 for none.</param>
    /// <param name="closeEnd">The end of what needs a closer look; 0 if nothing does.</param>
    internal int CountWords(out int length, out int closeEnd)
    {
        ulong spaces = ~(Words | Starts);

        // No word goes on after a space, so all before the last one is known.
        ulong clear = Unclear == 0 ? spaces : spaces & ((Unclear & (0 - Unclear)) - 1);
        length = Size - BitOperations.LeadingZeroCount(clear);
        closeEnd = Size - BitOperations.LeadingZeroCount(Unclear);
        return length == 0 ? 0 : BitOperations.PopCount(Words & Starts & (ulong.MaxValue >> (Size - length)));
    }

    /// <summary>Where the characters of each class are.</summary>
    private readonly record struct Masks(
        ulong Letters,
        ulong Digits,
        ulong Spaces,
        ulong LineFeeds,
        ulong Controls,
        ulong Apostrophes,
        ulong Separators,
        ulong Others)
    {
        internal static Masks Read(ref char place)
        {
            ref ushort start = ref Unsafe.As<char, ushort>(ref place);
            var first = Vector256.LoadUnsafe(ref start);
            var second = Vector256.LoadUnsafe(ref start, (nuint)Vector256<ushort>.Count);
            var from = Vector256.Create((ushort)FirstTypographic);
            Vector256<byte> ascii = Vector256.NarrowWithSaturation(first, second);
            Vector256<byte> marks = Vector256.NarrowWithSaturation(first - from, second - from);
            return new Masks(
                Bits(IsBetween(ascii | Vector256.Create((byte)0x20), 'a', 'z')),
                Bits(IsBetween(ascii, '0', '9')),
                Bits(Is(ascii, ' ')),
                Bits(Is(ascii, '\n')),

                // White space other than the space, and invisible characters.
                Bits(Vector256.LessThan(ascii, Vector256.Create((byte)' ')) | Is(ascii, '\u007F')),
                Bits(Is(ascii, '\'') | Is(marks, (char)RightQuote)),

                // Comma, hyphen, full stop, slash and colon, and three dashes.
                Bits(IsBetween(ascii, ',', '/') | Is(ascii, ':')
                    | Is(marks, '\u2010' - FirstTypographic)
                    | Is(marks, '\u2011' - FirstTypographic)
                    | Is(marks, '\u2013' - FirstTypographic)),

                // The underscore is a part of words.
                Bits((Vector256.GreaterThan(ascii, Vector256.Create((byte)'\u007F'))
                    & Vector256.GreaterThanOrEqual(marks, Vector256.Create((byte)Typographic))) | Is(ascii, '_')));
        }

        internal Masks Join(in Masks second) => new(
            Letters | (second.Letters << Half),
            Digits | (second.Digits << Half),
            Spaces | (second.Spaces << Half),
            LineFeeds | (second.LineFeeds << Half),
            Controls | (second.Controls << Half),
            Apostrophes | (second.Apostrophes << Half),
            Separators | (second.Separators << Half),
            Others | (second.Others << Half));

        private static ulong Bits(Vector256<byte> found) => found.ExtractMostSignificantBits();

        private static Vector256<byte> Is(Vector256<byte> bytes, int value) =>
            Vector256.Equals(bytes, Vector256.Create((byte)value));

        private static Vector256<byte> IsBetween(Vector256<byte> bytes, char first, char last) =>
            Vector256.LessThanOrEqual(
                bytes - Vector256.Create((byte)first), Vector256.Create((byte)(last - first)));
    }
}
