namespace NewsDiff.Archives.Warc;

/// <summary>A WARC file that is not compressed.</summary>
internal sealed class PlainInput(RawBytes bytes) : WarcInput
{
    private bool _hasBegun;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        NewPart = _hasBegun ? null : bytes.Position;
        _hasBegun = true;
        return await bytes.EnsureAsync(1, cancellationToken).ConfigureAwait(false) ? bytes.Take(buffer.Span) : 0;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> RecoverAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    /// <inheritdoc/>
    public override ValueTask<long> SkipAsync(long count, CancellationToken cancellationToken) =>
        bytes.SkipAsync(count, cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The reader owns the bytes; there is nothing else to dispose.
    }
}
