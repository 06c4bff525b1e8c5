namespace NewsDiff.Feeds.Reading;

/// <summary>Reads characters that are already in memory.</summary>
internal sealed class CharReader(ReadOnlyMemory<char> text) : TextReader
{
    private int _at;

    /// <inheritdoc/>
    public override int Peek() => _at < text.Length ? text.Span[_at] : -1;

    /// <inheritdoc/>
    public override int Read() => _at < text.Length ? text.Span[_at++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        int length = Math.Min(buffer.Length, text.Length - _at);
        text.Span.Slice(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}
