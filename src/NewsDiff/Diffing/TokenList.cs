namespace NewsDiff.Diffing;

/// <summary>The tokens of one text in an array that is kept between comparisons.</summary>
internal sealed class TokenList
{
    private Token[] _items = new Token[256];

    internal int Count { get; private set; }

    /// <summary>The weight of all tokens; known once they are interned.</summary>
    internal int TotalWeight { get; set; }

    internal ReadOnlySpan<Token> Span => _items.AsSpan(0, Count);

    internal ref Token this[int index] => ref _items[index];

    internal void Clear() => Count = 0;

    internal void Add(int start, int end, TokenKind kind, bool isAscii = false)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        ref Token token = ref _items[Count++];
        token.Start = start;
        token.Length = end - start;
        token.Kind = kind;
        token.IsAscii = isAscii;
    }

    /// <summary>Gives up a large array, so that one huge text does not hold memory for ever.</summary>
    internal void Trim(int capacity)
    {
        Count = 0;
        if (_items.Length > capacity)
        {
            _items = new Token[256];
        }
    }
}
