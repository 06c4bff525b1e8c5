using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsDiff.Diffing.Tokens;

/// <summary>The tokens of one text in an array that is kept between comparisons.</summary>
internal sealed class TokenList
{
    // How many tokens of a block are written at a time.
    private const int AtOnce = 8;

    private Token[] _items = new Token[256];

    internal int Count { get; private set; }

    internal ReadOnlySpan<Token> Span => _items.AsSpan(0, Count);

    internal Span<Token> From(int first) => _items.AsSpan(first, Count - first);

    internal ref Token this[int index] => ref _items[index];

    internal void Clear() => Count = 0;

    /// <summary>Forgets all tokens and makes room for about this many.</summary>
    internal void Clear(int expected)
    {
        Clear();
        if (_items.Length < expected)
        {
            _items = new Token[expected];
        }
    }

    /// <summary>Makes room for this many more tokens.</summary>
    internal void Reserve(int count)
    {
        if (_items.Length - Count < count)
        {
            Array.Resize(ref _items, Math.Max(Count + count, _items.Length + (_items.Length / 2)));
        }
    }

    internal void Add(int start, int length, TokenKind kind, int id = TokenInterner.NoId)
    {
        Reserve(1);
        ref Token token = ref _items[Count++];
        token.Start = start;
        token.Length = length;
        token.Id = id;
        token.Kind = kind;
    }

    /// <summary>Adds the tokens of a block that begin at the given places.</summary>
    /// <remarks>
    /// It writes eight tokens at a time, even if there are fewer: where a loop over them ends is unpredictable.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Add(in TextBlock block, ulong starts, int offset)
    {
        // A token ends behind its start: what ends at the first start is not among them.
        ulong ends = block.Ends & ~(((starts & (0 - starts)) << 1) - 1);
        ulong others = ~block.Words;
        ulong breaks = block.Breaks;
        int count = BitOperations.PopCount(starts);
        Reserve(count + AtOnce);
        ref Token token = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), Count);
        Count += count;
        for (; count > 0; count -= AtOnce)
        {
            Write(ref token, ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 1), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 2), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 3), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 4), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 5), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 6), ref starts, ref ends, others, breaks, offset);
            Write(ref Unsafe.Add(ref token, 7), ref starts, ref ends, others, breaks, offset);
            token = ref Unsafe.Add(ref token, AtOnce);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(
        ref Token token, ref ulong starts, ref ulong ends, ulong others, ulong breaks, int offset)
    {
        int start = BitOperations.TrailingZeroCount(starts);
        token.Start = offset + start;
        token.Length = BitOperations.TrailingZeroCount(ends) - start;
        token.Id = TokenInterner.NoId;
        token.Kind = (TokenKind)((((int)(others >> start) & 1) * 2) + ((int)(breaks >> start) & 1));
        starts &= starts - 1;
        ends &= ends - 1;
    }

    /// <summary>Adds tokens of another text, whose places differ by a distance.</summary>
    internal void AddShifted(TokenList other, int first, int count, int distance)
    {
        Reserve(count);
        ref Token from = ref MemoryMarshal.GetReference(other._items.AsSpan(first, count));
        ref Token to = ref MemoryMarshal.GetReference(_items.AsSpan(Count, count));
        var places = Vector128.CreateScalar(distance);
        for (int i = 0; i < count; i++)
        {
            var token = Unsafe.As<Token, Vector128<int>>(ref Unsafe.Add(ref from, i));
            Unsafe.As<Token, Vector128<int>>(ref Unsafe.Add(ref to, i)) = token + places;
        }

        Count += count;
    }
}
