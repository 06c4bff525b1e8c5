using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace NewsDiff.Diffing;

/// <summary>Gives equal tokens the same small number, so that the search compares integers.</summary>
/// <remarks>
/// An open-addressing table. A token of up to sixteen ASCII or eight other characters is its own key, packed into two integers;
/// longer ones are compared as text. Nothing is ever equal by its hash alone.
/// </remarks>
internal sealed class TokenInterner
{
    /// <summary>The length up to which a token that is not ASCII is its own key.</summary>
    internal const int PackedLength = 8;

    private const ulong BeyondAscii = 0xFF80_FF80_FF80_FF80;

    private const int LeastSlots = 512;

    // Added to the length of a key, so that packed bytes, packed characters and hashes are never taken for each other.
    private const int CharactersMark = 1 << 29;
    private const int TextMark = 1 << 30;

    private static readonly ulong LowFactor = TextHash.RandomFactor();
    private static readonly ulong HighFactor = TextHash.RandomFactor();

    private Entry[] _entries = new Entry[256];
    private Slot[] _slots = new Slot[LeastSlots];
    private int _shift = 64 - 9;
    private char[] _text = new char[1024];
    private int _textLength;

    internal int Count { get; private set; }

    /// <summary>Forgets all tokens and makes room for about so many.</summary>
    internal void Clear(int expected = 0)
    {
        // Short tokens are kept packed in the entries: these hold text too.
        _entries.AsSpan(0, Count).Clear();
        _text.AsSpan(0, _textLength).Clear();
        _textLength = 0;
        Count = 0;
        ClearSlots(expected * 2);
    }

    /// <summary>Interns a token by its text.</summary>
    internal int Intern(ReadOnlySpan<char> token)
    {
        if (token.Length <= PackedLength)
        {
            (ulong low, ulong high) = Pack(token);
            if (((low | high) & BeyondAscii) != 0)
            {
                return Find(low, high, token.Length | CharactersMark, token);
            }

            Vector128<byte> bytes = Vector128.Narrow(Vector128.Create(low, high).AsUInt16(), default);
            return Find(bytes.AsUInt64().GetElement(0), 0, token.Length, token);
        }

        if (token.Length <= AsciiWord.Window && Ascii.IsValid(token))
        {
            Span<byte> bytes = stackalloc byte[AsciiWord.Window];
            bytes.Clear();
            _ = Ascii.FromUtf16(token, bytes, out _);
            return Find(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]), token.Length, token);
        }

        return Find(TextHash.Of(token), 0, token.Length | TextMark, token);
    }

    /// <summary>Interns a word of ASCII, or a mark that is packed like one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Intern(AsciiWord word) =>
        Intern(word.Key.AsUInt64().GetElement(0), word.Key.AsUInt64().GetElement(1), word.Length);

    /// <summary>Interns a token of up to <see cref="PackedLength"/> characters, not all of them ASCII, with eight that may be read.</summary>
    internal int Intern(ref char place, int length)
    {
        ref byte first = ref Unsafe.As<char, byte>(ref place);
        int unused = 16 * (PackedLength - length);
        ulong low = Unsafe.ReadUnaligned<ulong>(ref first);
        ulong high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, sizeof(ulong)));
        (low, high) = unused < 64 ? (low, high & (ulong.MaxValue >> unused)) : (low & (ulong.MaxValue >> (unused - 64)), 0);
        return Intern(low, high, length | CharactersMark);
    }

    // The place where most tokens are found is looked at here, so that only new and displaced ones cost a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Intern(ulong low, ulong high, int mark)
    {
        ulong hash = Hash(low, high, mark);
        Slot slot = _slots[hash >> _shift];
        if (slot.Number > 0 && slot.Tag == (uint)(hash >> 32))
        {
            ref Entry known = ref _entries[slot.Number - 1];
            if (known.Low == low && known.High == high && known.Mark == mark)
            {
                return slot.Number - 1;
            }
        }

        return Find(low, high, mark, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Find(ulong low, ulong high, int mark, ReadOnlySpan<char> token)
    {
        ulong hash = Hash(low, high, mark);
        int index = (int)(hash >> _shift);
        int last = (1 << (64 - _shift)) - 1;
        while (_slots[index].Number > 0)
        {
            Slot slot = _slots[index];
            if (slot.Tag == (uint)(hash >> 32))
            {
                ref Entry known = ref _entries[slot.Number - 1];
                if (known.Low == low && known.High == high && known.Mark == mark && (mark < TextMark || IsText(known, token)))
                {
                    return slot.Number - 1;
                }
            }

            index = (index + 1) & last;
        }

        _slots[index] = new Slot { Tag = (uint)(hash >> 32), Number = Count + 1 };
        return Add(low, high, mark, token);
    }

    // Read from both ends, so that no character behind the token is touched.
    private static (ulong Low, ulong High) Pack(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(token);
        return token.Length switch
        {
            1 => (token[0], 0),
            2 or 3 => (MemoryMarshal.Read<uint>(bytes) | ((ulong)token[^1] << (16 * (token.Length - 1))), 0),
            4 => (MemoryMarshal.Read<ulong>(bytes), 0),
            0 => (0, 0),
            _ => (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]) >> (16 * (PackedLength - token.Length))),
        };
    }

    // Multiply-shift (Dietzfelbinger et al. 1997): the high bits are the good ones. The factors differ from process to process, so
    // that nobody can write a text whose words all collide; ids follow the order of the text, never the table's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong low, ulong high, int mark) => (low * LowFactor) + ((high ^ ((ulong)(uint)mark << 32)) * HighFactor);

    private bool IsText(in Entry known, ReadOnlySpan<char> token) => _text.AsSpan(known.Start, token.Length).SequenceEqual(token);

    private int Add(ulong low, ulong high, int mark, ReadOnlySpan<char> token)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        ref Entry entry = ref _entries[Count];
        entry.Low = low;
        entry.High = high;
        entry.Mark = mark;
        if (mark >= TextMark)
        {
            entry.Start = Keep(token);
        }

        if (++Count > 1 << (63 - _shift))
        {
            Grow();
        }

        return Count - 1;
    }

    private int Keep(ReadOnlySpan<char> token)
    {
        if (_textLength + token.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + token.Length));
        }

        int start = _textLength;
        token.CopyTo(_text.AsSpan(start));
        _textLength += token.Length;
        return start;
    }

    private void Grow()
    {
        ClearSlots(1 << (65 - _shift));
        int last = (1 << (64 - _shift)) - 1;
        for (int id = 0; id < Count; id++)
        {
            ref Entry entry = ref _entries[id];
            ulong hash = Hash(entry.Low, entry.High, entry.Mark);
            int index = (int)(hash >> _shift);
            while (_slots[index].Number != 0)
            {
                index = (index + 1) & last;
            }

            _slots[index] = new Slot { Tag = (uint)(hash >> 32), Number = id + 1 };
        }
    }

    private void ClearSlots(int atLeast)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(atLeast, LeastSlots));
        if (_slots.Length < size)
        {
            _slots = new Slot[size];
        }
        else
        {
            _slots.AsSpan(0, size).Clear();
        }

        _shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>A place of the table: the number after an entry's, 0 for none, and enough of its hash to pass by most others unread.</summary>
    private struct Slot
    {
        internal uint Tag;
        internal int Number;
    }

    private struct Entry
    {
        internal ulong Low;
        internal ulong High;
        internal int Mark;
        internal int Start;
    }
}
