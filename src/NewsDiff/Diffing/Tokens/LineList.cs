namespace NewsDiff.Diffing.Tokens;

/// <summary>The lines of a text that are not blank, with their hashes.</summary>
internal sealed class LineList
{
    private Line[] _items = new Line[64];

    internal int Count { get; private set; }

    internal ref Line this[int index] => ref _items[index];

    internal void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            Add(text, start, end);
            start = end + 1;
        }
    }

    private void Add(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return;
        }

        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = new Line { Start = start, End = end, Hash = TextHash.Of(text[start..end]) };
    }
}
