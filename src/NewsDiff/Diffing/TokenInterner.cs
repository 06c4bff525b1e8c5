namespace NewsDiff.Diffing;

/// <summary>Gives equal tokens the same small number, so that the search compares integers.</summary>
/// <remarks>An open-addressing table; equality is decided on the text, never on the hash alone.</remarks>
internal sealed class TokenInterner
{
    private Entry[] _entries = new Entry[256];
    private int[] _slots = new int[512];
    private char[] _text = new char[2048];
    private int _textLength;

    internal int Count { get; private set; }

    internal void Clear()
    {
        Array.Clear(_slots);
        _text.AsSpan(0, _textLength).Clear();
        _textLength = 0;
        Count = 0;
    }

    internal void Trim(int capacity)
    {
        Clear();
        if (_entries.Length > capacity)
        {
            _entries = new Entry[256];
            _slots = new int[512];
            _text = new char[2048];
        }
    }

    internal int WeightOf(int id) => _entries[id].Weight;

    internal int Intern(ReadOnlySpan<char> token, TokenKind kind)
    {
        uint hash = TextHash.Of(token);
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] != 0)
        {
            ref Entry known = ref _entries[_slots[slot] - 1];
            if (known.Hash == hash && _text.AsSpan(known.Start, known.Length).SequenceEqual(token))
            {
                return _slots[slot] - 1;
            }

            slot = (slot + 1) & mask;
        }

        return Add(token, kind, hash, slot);
    }

    private int Add(ReadOnlySpan<char> token, TokenKind kind, uint hash, int slot)
    {
        if (Count == _entries.Length)
        {
            Grow();
            int mask = _slots.Length - 1;
            for (slot = (int)hash & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
            {
            }
        }

        if (_textLength + token.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + token.Length));
        }

        token.CopyTo(_text.AsSpan(_textLength));
        _entries[Count] = new Entry
        {
            Hash = hash,
            Start = _textLength,
            Length = token.Length,
            Weight = TokenWeight.Of(kind, token),
        };
        _textLength += token.Length;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_entries.Length * 2];
        int mask = _slots.Length - 1;
        for (int id = 0; id < Count; id++)
        {
            int slot = (int)_entries[id].Hash & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = id + 1;
        }
    }

    private struct Entry
    {
        internal uint Hash;
        internal int Start;
        internal int Length;
        internal int Weight;
    }
}
