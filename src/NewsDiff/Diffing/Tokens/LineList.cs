namespace NewsDiff.Diffing.Tokens;

/// <summary>The lines of a text that are not blank, with their hashes.</summary>
internal sealed class LineList
{
    // How many lines before and behind the expected one are looked at.
    private const int Around = 2;

    private Line[] _items = new Line[64];

    internal int Count { get; private set; }

    internal ref Line this[int index] => ref _items[index];

    internal void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        for (int start = SkipLineEnds(text, 0); start < text.Length; start = SkipLineEnds(text, start))
        {
            start = Add(text, start);
        }
    }

    /// <summary>Reads a new text beside the old one; equal lines are not hashed again.</summary>
    internal void Read(ReadOnlySpan<char> text, LineList old, ReadOnlySpan<char> oldText)
    {
        Count = 0;
        int next = 0;
        int missed = 0;
        for (int start = SkipLineEnds(text, 0); start < text.Length; start = SkipLineEnds(text, start))
        {
            int twin = FindTwin(text[start..], old, oldText, next, missed);
            if (twin < 0)
            {
                int count = Count;
                start = Add(text, start);
                (next, missed) = (next + Count - count, missed + Count - count);
                continue;
            }

            ref Line line = ref old[twin];
            Add(new Line { Start = start, End = start + line.Length, Hash = line.Hash, Twin = twin });
            start += line.Length + 1;
            (next, missed) = (twin + 1, 0);
        }
    }

    private static int SkipLineEnds(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is '\n' or '\r')
        {
            start++;
        }

        return start;
    }

    // After a line or two that differ, the old text may go on behind as many lines, or a few more or less; after many,
    // only the first is likely.
    private static int FindTwin(
        ReadOnlySpan<char> text, LineList old, ReadOnlySpan<char> oldText, int next, int missed)
    {
        int around = missed <= Around ? Around : 0;
        int end = Math.Min(next + around + 1, old.Count);
        for (int i = Math.Max(next - Math.Min(around, missed), 0); i < end; i++)
        {
            ref Line line = ref old[i];
            if (text.StartsWith(line.In(oldText)) && IsEnd(text[line.Length..]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsEnd(ReadOnlySpan<char> text) => text is [] or ['\n', ..] or ['\r', '\n', ..];

    private int Add(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..].IndexOf('\n');
        int end = length < 0 ? text.Length : start + length;
        Add(text, start, end);
        return end + 1;
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

        Add(new Line { Start = start, End = end, Hash = TextHash.Of(text[start..end]), Twin = -1 });
    }

    private void Add(in Line line)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = line;
    }
}
