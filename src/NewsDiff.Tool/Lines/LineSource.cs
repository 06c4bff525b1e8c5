namespace NewsDiff.Tool.Lines;

/// <summary>Where lines come from.</summary>
/// <param name="Stream">The bytes of the lines.</param>
/// <param name="LinesBefore">How many lines come before the first one.</param>
/// <param name="Length">The number of bytes; null when unknown.</param>
internal sealed record LineSource(Stream Stream, long LinesBefore = 0, long? Length = null) : IAsyncDisposable
{
    /// <summary>The share of the bytes that was read; null when unknown.</summary>
    internal double? Share => Length is > 0 and { } length ? Math.Min(1, (double)Stream.Position / length) : null;

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
