namespace NewsDiff.Diffing;

/// <summary>The tokens of one text in an array that is kept between comparisons.</summary>
internal sealed class TokenList
{
    private Token[] _items = new Token[256];

    internal int Count { get; private set; }

    internal ReadOnlySpan<Token> Span => _items.AsSpan(0, Count);

    internal ref Token this[int index] => ref _items[index];

    internal void Clear()
    {
        Count = 0;
    }

    /// <summary>Forgets all tokens and makes room for about so many.</summary>
    internal void Clear(int expected)
    {
        Clear();
        if (_items.Length < expected)
        {
            _items = new Token[expected];
        }
    }

    internal void Add(int start, int length, TokenKind kind, int id = 0)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count + (Count / 2));
        }

        ref Token token = ref _items[Count++];
        token.Start = start;
        token.Length = length;
        token.Id = id;
        token.Kind = kind;
    }
}
