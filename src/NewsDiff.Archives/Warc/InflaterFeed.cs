namespace NewsDiff.Archives.Warc;

/// <summary>Hands the bytes of a file to the platform's inflater.</summary>
/// <remarks>The inflater takes more than it needs; the rest is taken back.</remarks>
internal sealed class InflaterFeed(RawBytes bytes) : ForwardStream
{
    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default) =>
        await bytes.EnsureAsync(1, cancellationToken).ConfigureAwait(false) ? bytes.Take(buffer.Span) : 0;
}
