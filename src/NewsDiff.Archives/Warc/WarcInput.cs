namespace NewsDiff.Archives.Warc;

/// <summary>The unpacked bytes of a WARC file, from its beginning to its end.</summary>
internal abstract class WarcInput : IDisposable
{
    /// <summary>The file offset of the part that the last read entered; null if it entered none.</summary>
    public long? NewPart { get; protected set; }

    /// <summary>Why reading ended before the end of the file, or null.</summary>
    public WarcProblem? Fault { get; protected set; }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>How many bytes were read; 0 at the end, and at a fault.</returns>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Continues after a fault.</summary>
    /// <returns>Whether anything follows.</returns>
    public abstract ValueTask<bool> RecoverAsync(CancellationToken cancellationToken);

    /// <summary>Skips bytes without unpacking them.</summary>
    /// <returns>The number of skipped bytes; 0 when they must be read.</returns>
    public virtual ValueTask<long> SkipAsync(long count, CancellationToken cancellationToken) =>
        ValueTask.FromResult(0L);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Opens a file, compressed or not.</summary>
    public static async ValueTask<WarcInput> OpenAsync(RawBytes bytes, CancellationToken cancellationToken)
    {
        await bytes.EnsureAsync(2, cancellationToken).ConfigureAwait(false);
        return bytes.Available is [0x1F, 0x8B, ..] ? new GzipInput(bytes) : new PlainInput(bytes);
    }
}
