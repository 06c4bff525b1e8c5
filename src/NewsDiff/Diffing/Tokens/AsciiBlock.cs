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

    private const int Half = Size / 2;

    private readonly ulong _words;
    private readonly ulong _unclearStarts;
    private readonly ulong _unclearEnds;

    private AsciiBlock(ulong words, ulong spaces, ulong controls, ulong joiners, ulong others)
    {
        _words = words;
        Starts = (words & ~(words << 1)) | ~(words | spaces);
        _unclearStarts = controls | others;
        _unclearEnds = others | (joiners & ((words | others) >> 1));
    }

    /// <summary>Where words and other visible characters begin; the lowest bit is the first character.</summary>
    internal ulong Starts { get; }

    /// <summary>Reads the characters from a place; the text must have that many.</summary>
    internal static AsciiBlock Read(ref char place)
    {
        Vector256<byte> first = Load(ref place);
        Vector256<byte> second = Load(ref Unsafe.Add(ref place, Half));
        return new AsciiBlock(
            Join(FindWords(first), FindWords(second)),
            Join(Find(first, ' '), Find(second, ' ')),
            Join(FindControls(first), FindControls(second)),
            Join(FindJoiners(first), FindJoiners(second)),
            Join(FindOthers(first), FindOthers(second)));
    }

    /// <summary>The number of consecutive letters and digits from a place, within the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int WordLength(int start) => BitOperations.TrailingZeroCount(~(_words >> start));

    /// <summary>Whether this block cannot tell where a token ends.</summary>
    /// <remarks>A word may continue after its letters, or the token is neither a word nor a mark of ASCII.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsUnclear(int start, int end) => (((_unclearStarts >> start) | (_unclearEnds >> end)) & 1) != 0;

    /// <summary>Whether a place is in a word that began before it.</summary>
    internal bool IsInsideWord(int place) => (((_words & ~Starts) >> place) & 1) != 0;

    /// <summary>Counts the words at the beginning of the block that need no closer look.</summary>
    /// <remarks>The block must begin where a token may begin.</remarks>
    /// <param name="length">How many characters they are in, with the space after them; 0 for none.</param>
    /// <param name="closeEnd">The end of what needs a closer look; 0 if nothing does.</param>
    internal int CountWords(out int length, out int closeEnd)
    {
        ulong unclear = _unclearStarts | (_unclearEnds & (_words << 1));
        ulong spaces = ~(_words | Starts);

        // No word goes on after a space, so all before the last one is known.
        ulong clear = unclear == 0 ? spaces : spaces & ((unclear & (0 - unclear)) - 1);
        length = Size - BitOperations.LeadingZeroCount(clear);
        closeEnd = Size - BitOperations.LeadingZeroCount(unclear);
        return length == 0 ? 0 : BitOperations.PopCount(_words & Starts & (ulong.MaxValue >> (Size - length)));
    }

    private static ulong Join(uint first, uint second) => first | ((ulong)second << Half);

    private static Vector256<byte> Load(ref char place)
    {
        ref ushort first = ref Unsafe.As<char, ushort>(ref place);
        return Vector256.NarrowWithSaturation(
            Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, (nuint)Vector256<ushort>.Count));
    }

    private static uint FindWords(Vector256<byte> bytes)
    {
        Vector256<byte> letters = Vector256.LessThanOrEqual(
            (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        Vector256<byte> digits = Vector256.LessThanOrEqual(
            bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (letters | digits).ExtractMostSignificantBits();
    }

    private static uint Find(Vector256<byte> bytes, char c) =>
        Vector256.Equals(bytes, Vector256.Create((byte)c)).ExtractMostSignificantBits();

    // White space other than the space, and invisible characters.
    private static uint FindControls(Vector256<byte> bytes) =>
        (Vector256.LessThan(
            bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256.Create((byte)'\u007F')))
            .ExtractMostSignificantBits();

    // Characters that join the letters or digits beside them: apostrophe, comma, hyphen, full stop, slash and colon.
    private static uint FindJoiners(Vector256<byte> bytes)
    {
        Vector256<byte> commaToSlash = Vector256.LessThanOrEqual(
            bytes - Vector256.Create((byte)','), Vector256.Create((byte)('/' - ',')));
        return (commaToSlash | Vector256.Equals(bytes, Vector256.Create((byte)':')) | Vector256.Equals(
            bytes, Vector256.Create((byte)'\'')))
            .ExtractMostSignificantBits();
    }

    // The characters beyond ASCII, and the underscore, which is a part of words.
    private static uint FindOthers(Vector256<byte> bytes) =>
        bytes.ExtractMostSignificantBits() | Find(bytes, '_');
}
