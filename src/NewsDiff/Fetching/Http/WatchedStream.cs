namespace NewsDiff.Fetching.Http;

/// <summary>A stream over bytes that notices reads past their end.</summary>
internal sealed class WatchedStream(byte[] content) : MemoryStream(content, writable: false)
{
    /// <summary>Whether a read went past the end.</summary>
    public bool WasExhausted { get; private set; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        WasExhausted |= Position == Length && count > 0;
        return base.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        WasExhausted |= Position == Length && !buffer.IsEmpty;
        return base.Read(buffer);
    }
}
