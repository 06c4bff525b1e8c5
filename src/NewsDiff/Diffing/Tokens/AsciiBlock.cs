using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Sixty-four characters as bits: where tokens begin, and which need a closer look.</summary>
/// <remarks>
/// It finds the borders of a dozen words at once, so that no word waits for the end of the previous one.
/// </remarks>
internal readonly struct AsciiBlock
{
    internal const int Size = 64;

    /// <summary>The first of the marks of typography that the block knows.</summary>
    internal const char FirstMark = '\u2010';

    /// <summary>The last of them.</summary>
    internal const char LastMark = '\u2027';

    private const int Half = Size / 2;

    private readonly ulong _words;
    private readonly ulong _unclearStarts;
    private readonly ulong _unclearEnds;

    private readonly ulong _marks;

    private AsciiBlock(in Characters found)
    {
        ulong plain = found.Letters | found.Digits;
        ulong joined = (found.Apostrophes & (found.Letters << 1) & (found.Letters >> 1))
            | (found.Separators & (found.Digits << 1) & (found.Digits >> 1));
        ulong others = found.Others & ~found.Marks;
        ulong followed = (plain | others) >> 1;
        _words = plain | joined;
        _marks = found.Marks;
        Starts = (_words & ~(_words << 1)) | ~(_words | found.Spaces);
        _unclearStarts = found.Controls | others;
        _unclearEnds = others
            | ((found.Apostrophes | found.Separators) & (others >> 1))
            | (found.Marks & (plain << 1) & followed);
    }

    /// <summary>Where words and other visible characters begin; the lowest bit is the first character.</summary>
    internal ulong Starts { get; }

    /// <summary>Reads the characters from a place; the text must have that many.</summary>
    internal static AsciiBlock Read(ref char place)
    {
        Vector256<byte> first = Load(ref place);
        Vector256<byte> second = Load(ref Unsafe.Add(ref place, Half));
        ulong others = Join(FindOthers(first), FindOthers(second));
        return new AsciiBlock(new Characters
        {
            Letters = Join(FindLetters(first), FindLetters(second)),
            Digits = Join(FindDigits(first), FindDigits(second)),
            Spaces = Join(Find(first, ' '), Find(second, ' ')),
            Controls = Join(FindControls(first), FindControls(second)),
            Apostrophes = Join(Find(first, '\''), Find(second, '\'')),
            Separators = Join(FindSeparators(first), FindSeparators(second)),
            Others = others,
            Marks = others == 0 ? 0 : Join(FindMarks(ref place), FindMarks(ref Unsafe.Add(ref place, Half))),
        });
    }

    /// <summary>The number of consecutive letters and digits from a place, and of what joins them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int WordLength(int start) => BitOperations.TrailingZeroCount(~(_words >> start));

    /// <summary>Whether this block cannot tell where a token ends.</summary>
    /// <remarks>A word may continue after its letters, or the token is neither a word nor a common mark.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsUnclear(int start, int end) => (((_unclearStarts >> start) | (_unclearEnds >> end)) & 1) != 0;

    /// <summary>Whether a mark of typography is at a place: a dash, a curly quote, the ellipsis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsMark(int place) => ((_marks >> place) & 1) != 0;

    /// <summary>Whether a place is in a word that began before it.</summary>
    internal bool IsInsideWord(int place) => (((_words & ~Starts) >> place) & 1) != 0;

    private static ulong Join(uint first, uint second) => first | ((ulong)second << Half);

    private static Vector256<byte> Load(ref char place)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        return Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, (nuint)Vector256<ushort>.Count));
    }

    private static uint FindLetters(Vector256<byte> bytes) => Vector256.LessThanOrEqual(
        (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')))
        .ExtractMostSignificantBits();

    private static uint FindDigits(Vector256<byte> bytes) => Vector256.LessThanOrEqual(
        bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();

    private static uint Find(Vector256<byte> bytes, char c) =>
        Vector256.Equals(bytes, Vector256.Create((byte)c)).ExtractMostSignificantBits();

    // White space other than the space, and invisible characters.
    private static uint FindControls(Vector256<byte> bytes) =>
        (Vector256.LessThan(
            bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256.Create((byte)'\u007F')))
            .ExtractMostSignificantBits();

    // What joins digits on both sides of it: the comma, hyphen, full stop, slash and colon.
    private static uint FindSeparators(Vector256<byte> bytes)
    {
        Vector256<byte> commaToSlash = Vector256.LessThanOrEqual(
            bytes - Vector256.Create((byte)','), Vector256.Create((byte)('/' - ',')));
        return (commaToSlash | Vector256.Equals(bytes, Vector256.Create((byte)':'))).ExtractMostSignificantBits();
    }

    // The marks from the hyphen to the hyphenation point (U+2010 to U+2027), by their full characters.
    private static uint FindMarks(ref char place)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        return Vector256.NarrowWithSaturation(
            FindMarks(Vector256.LoadUnsafe(ref first)),
            FindMarks(Vector256.LoadUnsafe(ref first, (nuint)Vector256<ushort>.Count))).ExtractMostSignificantBits();
    }

    private static Vector256<ushort> FindMarks(Vector256<ushort> characters) => Vector256.LessThanOrEqual(
        characters - Vector256.Create((ushort)FirstMark), Vector256.Create((ushort)(LastMark - FirstMark)));

    // The characters beyond ASCII, and the underscore, which is a part of words.
    private static uint FindOthers(Vector256<byte> bytes) =>
        bytes.ExtractMostSignificantBits() | Find(bytes, '_');

    /// <summary>Where the characters of each kind are.</summary>
    private ref struct Characters
    {
        internal ulong Letters;
        internal ulong Digits;
        internal ulong Spaces;
        internal ulong Controls;
        internal ulong Apostrophes;
        internal ulong Separators;
        internal ulong Others;
        internal ulong Marks;
    }
}
