using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Gives equal tokens the same small number, so that the search compares integers.</summary>
/// <remarks>
/// An open-addressing table. A token of up to eight characters is its own key, packed into two integers; longer ones are
/// compared as text. Nothing is ever equal by its hash alone.
/// </remarks>
internal sealed class TokenInterner
{
    private const int PackedLength = 8;

    private Entry[] _entries = new Entry[256];
    private int[] _slots = new int[512];
    private int _mask = 511;
    private char[] _text = new char[1024];
    private int _textLength;

    internal int Count { get; private set; }

    /// <summary>Forgets all tokens and makes room for about so many.</summary>
    internal void Clear(int expected = 0)
    {
        int size = 512;
        while (size < expected)
        {
            size *= 2;
        }

        if (_slots.Length < size)
        {
            _slots = new int[size];
        }
        else
        {
            _slots.AsSpan(0, size).Clear();
        }

        _mask = size - 1;
        _text.AsSpan(0, _textLength).Clear();
        _textLength = 0;
        Count = 0;
    }

    internal void Trim(int capacity)
    {
        // Short tokens are kept packed in the entries: these hold text too.
        _entries.AsSpan(0, Count).Clear();
        if (_entries.Length > capacity || _slots.Length > capacity * 2)
        {
            _entries = new Entry[256];
            _slots = new int[512];
            _text = new char[1024];
            _textLength = 0;
        }

        Clear();
    }

    internal int WeightOf(int id) => _entries[id].Weight;

    internal int Intern(ReadOnlySpan<char> token, TokenKind kind) => Intern(token, 0, token.Length, kind);

    /// <summary>Interns a part of a text; what follows it is read along, which is quicker than a copy to its exact length.</summary>
    internal int Intern(ReadOnlySpan<char> text, int start, int length, TokenKind kind)
    {
        ulong low;
        ulong high;
        if (length > PackedLength)
        {
            low = TextHash.Of(text.Slice(start, length));
            high = 0;
        }
        else if (start + PackedLength <= text.Length)
        {
            ref byte first = ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start));
            low = Unsafe.ReadUnaligned<ulong>(ref first) & KeptBits(length);
            high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, sizeof(ulong))) & KeptBits(length - 4);
        }
        else
        {
            (low, high) = Pack(text.Slice(start, length));
        }

        int slot = (int)SlotHash(low, high, length) & _mask;
        while (_slots[slot] != 0)
        {
            ref Entry known = ref _entries[_slots[slot] - 1];
            if (known.Low == low && known.High == high && known.Length == length
                && (length <= PackedLength || _text.AsSpan(known.Start, length).SequenceEqual(text.Slice(start, length))))
            {
                return _slots[slot] - 1;
            }

            slot = (slot + 1) & _mask;
        }

        return Add(text.Slice(start, length), kind, low, high, slot);
    }

    private static ulong SlotHash(ulong low, ulong high, int length) =>
        TextHash.Mix(low ^ 0x9E3779B97F4A7C15, high ^ 0xD6E8FEB86659FD93 ^ (uint)length);

    // The bits of so many characters out of four; none below 1, all from 4 on.
    private static ulong KeptBits(int characters) =>
        ulong.MaxValue >> Math.Clamp(64 - (16 * characters), 0, 63) >> (characters < 1 ? 1 : 0);

    private static (ulong Low, ulong High) Pack(ReadOnlySpan<char> token)
    {
        Span<char> padded = stackalloc char[PackedLength];
        padded.Clear();
        token.CopyTo(padded);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(padded);
        return (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[sizeof(ulong)..]));
    }

    private int Add(ReadOnlySpan<char> token, TokenKind kind, ulong low, ulong high, int slot)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        _entries[Count] = new Entry
        {
            Low = low,
            High = high,
            Start = _textLength,
            Length = token.Length,
            Weight = TokenWeight.Of(kind, token.Length, low, high),
        };
        if (token.Length > PackedLength)
        {
            Keep(token);
        }

        _slots[slot] = ++Count;
        if (Count * 2 > _mask)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Keep(ReadOnlySpan<char> token)
    {
        if (_textLength + token.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + token.Length));
        }

        token.CopyTo(_text.AsSpan(_textLength));
        _textLength += token.Length;
    }

    private void Grow()
    {
        int size = (_mask + 1) * 2;
        if (_slots.Length < size)
        {
            _slots = new int[size];
        }

        Span<int> slots = _slots.AsSpan(0, size);
        slots.Clear();
        _mask = size - 1;
        for (int id = 0; id < Count; id++)
        {
            ref Entry entry = ref _entries[id];
            int slot = (int)SlotHash(entry.Low, entry.High, entry.Length) & _mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            slots[slot] = id + 1;
        }
    }

    private struct Entry
    {
        internal ulong Low;
        internal ulong High;
        internal int Start;
        internal int Length;
        internal int Weight;
    }
}
