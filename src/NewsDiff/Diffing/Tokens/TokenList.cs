namespace NewsDiff.Diffing.Tokens;

/// <summary>The tokens of one text in an array that is kept between comparisons.</summary>
internal sealed class TokenList
{
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
        AddReserved(start, length, kind, id);
    }

    /// <summary>Adds a token; there must be room for it.</summary>
    internal void AddReserved(int start, int length, TokenKind kind, int id)
    {
        ref Token token = ref _items[Count++];
        token.Start = start;
        token.Length = length;
        token.Id = id;
        token.Kind = kind;
    }

    /// <summary>Adds tokens of another text, whose places differ by a distance.</summary>
    internal void AddShifted(TokenList other, int first, int count, int distance)
    {
        Reserve(count);
        ReadOnlySpan<Token> from = other._items.AsSpan(first, count);
        Span<Token> to = _items.AsSpan(Count, count);
        for (int i = 0; i < to.Length && i < from.Length; i++)
        {
            Token token = from[i];
            token.Start += distance;
            to[i] = token;
        }

        Count += count;
    }
}
