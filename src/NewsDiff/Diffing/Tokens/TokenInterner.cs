using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Gives equal tokens the same small number, so that the search compares integers.</summary>
/// <remarks>
/// It is an open-addressing table of keys. A text too long for its key is compared as a whole: equal hashes never
/// suffice.
/// </remarks>
internal sealed class TokenInterner
{
    /// <summary>The id of a token that has none yet.</summary>
    internal const int NoId = -1;

    // The table starts with room to be a quarter full, and grows when it is half full: most tokens are then found at
    // the first look. It starts no larger than for MostExpected tokens, because a long text repeats its words.
    private const int LeastSlots = 1024;
    private const int SlotsPerToken = 4;
    private const int MostExpected = 1 << 14;

    // A slot holds the number of a token, or 0. The number is one more than the id, and is the index of the token's
    // key.
    private int[] _slots = new int[LeastSlots];
    private int _shift = 64 - 10;
    private TokenKey[] _keys = new TokenKey[256];
    private char[] _text = new char[1024];
    private int _textLength;

    internal int Count { get; private set; }

    /// <summary>Forgets all tokens and makes room for about this many.</summary>
    internal void Clear(int expected = 0)
    {
        // The keys of short tokens contain their text, so they are cleared too.
        _keys.AsSpan(0, Math.Min(Count + 2, _keys.Length)).Clear();
        _text.AsSpan(0, _textLength).Clear();
        _textLength = 0;
        Count = 0;
        ClearSlots(Math.Min(expected, MostExpected) * SlotsPerToken);
    }

    /// <summary>Makes room for this many more tokens.</summary>
    internal void Reserve(int count)
    {
        if (_keys.Length < Count + count + 2)
        {
            Array.Resize(ref _keys, Math.Max(Count + count + 2, _keys.Length * 2));
        }

        while (Count + count > 1 << (63 - _shift))
        {
            Grow();
        }
    }

    /// <summary>Interns a token by its text.</summary>
    internal int Intern(ReadOnlySpan<char> token) => Find(TokenKey.Of(token), token);

    /// <summary>Interns a token whose key contains all of its text.</summary>
    internal int Intern(TokenKey key) => Find(key, default);

    /// <summary>Gives ids to the packed tokens without one; the table must have room.</summary>
    /// <param name="place">The text, or a part of it; sixteen characters are read from each token.</param>
    /// <param name="offset">The offset of the place in the text.</param>
    /// <param name="tokens">The tokens.</param>
    internal void InternPacked(ref char place, int offset, Span<Token> tokens)
    {
        ref int slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        ref TokenKey keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref Token token = ref MemoryMarshal.GetReference(tokens);
        ref Token end = ref Unsafe.Add(ref token, tokens.Length);
        int shift = _shift;
        int count = Count;
        for (; Unsafe.IsAddressLessThan(ref token, ref end); token = ref Unsafe.Add(ref token, 1))
        {
            ref char first = ref Unsafe.Add(ref place, token.Start - offset);
            if ((token.Id & (token.Length - TokenKey.Window)) >= 0)
            {
                // It has an id, or is too long for a key.
                Count = count;
                InternOther(ref token, ref first);
                count = Count;
                continue;
            }

            // A branch on whether the token is new would be unpredictable. Its key is always written after the last
            // one, and stays there only if the token is new; it is then compared with itself.
            TokenKey key = TokenKey.OfPacked(ref first, token.Length);
            int next = count + 1;
            Unsafe.Add(ref keys, next) = key;
            int index = (int)(key.PackedHash >> shift);
            ref int slot = ref Unsafe.Add(ref slots, index);
            int number = slot;
            int isNew = (number - 1) >>> 31;
            number += next & -isNew;
            slot = number;
            if (!key.IsSamePacked(Unsafe.Add(ref keys, number)))
            {
                count = FindPacked(ref token, key, index, count);
                continue;
            }

            count += isNew;
            token.Id = number - 1;
        }

        Count = count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void InternOther(ref Token token, ref char first)
    {
        if (token.Id < 0)
        {
            token.Id = Intern(MemoryMarshal.CreateReadOnlySpan(ref first, token.Length));
        }
    }

    // Goes on behind the slot of another token. Returns how many tokens there are then.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindPacked(ref Token token, TokenKey key, int index, int count)
    {
        int[] slots = _slots;
        int last = (1 << (64 - _shift)) - 1;
        do
        {
            index = (index + 1) & last;
            if (slots[index] == 0)
            {
                slots[index] = ++count;
                _keys[count] = key;
            }
        }
        while (!key.IsSamePacked(_keys[slots[index]]));
        token.Id = slots[index] - 1;
        return count;
    }

    private int Find(TokenKey key, ReadOnlySpan<char> token)
    {
        Reserve(1);
        int index = (int)(key.Hash >> _shift);
        int last = (1 << (64 - _shift)) - 1;
        for (; _slots[index] != 0; index = (index + 1) & last)
        {
            ref TokenKey known = ref _keys[_slots[index]];
            if (key.IsText
                ? known.MayEqual(key) && TextOf(known, token.Length).SequenceEqual(token)
                : known.IsSamePacked(key))
            {
                return _slots[index] - 1;
            }
        }

        _slots[index] = ++Count;
        _keys[Count] = key.IsText ? key.KeptAt(Keep(token)) : key;
        return Count - 1;
    }

    private ReadOnlySpan<char> TextOf(TokenKey key, int length) => _text.AsSpan(key.TextStart, length);

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
        for (int number = 1; number <= Count; number++)
        {
            int index = (int)(_keys[number].Hash >> _shift);
            while (_slots[index] != 0)
            {
                index = (index + 1) & last;
            }

            _slots[index] = number;
        }
    }

    private void ClearSlots(int atLeast)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(atLeast, LeastSlots));
        if (_slots.Length < size)
        {
            _slots = new int[size];
        }
        else
        {
            _slots.AsSpan(0, size).Clear();
        }

        _shift = 64 - BitOperations.Log2((uint)size);
    }
}
