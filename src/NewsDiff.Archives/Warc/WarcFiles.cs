using System.Collections.Immutable;

namespace NewsDiff.Archives.Warc;

/// <summary>The files of an archive, read from the beginning or from a record.</summary>
/// <remarks>
/// The last reader is kept: captures are mostly requested in the order of the file, and then the next one is often
/// already read. Instances are safe for concurrent use.
/// </remarks>
internal sealed class WarcFiles(ImmutableArray<string> paths) : IAsyncDisposable
{
    private OpenFile? _spare;

    /// <summary>How many files there are.</summary>
    public int Count => paths.Length;

    /// <summary>Opens a file at its beginning.</summary>
    public WarcReader Open(int file) =>
        new(
            new FileStream(
                paths[file],
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0,
                useAsync: true));

    /// <summary>Reads the capture at a place.</summary>
    /// <returns>The record and its capture; null when there is none.</returns>
    public async ValueTask<(WarcRecord Record, Capture Capture)?> ReadAsync(
        WarcKey key,
        CancellationToken cancellationToken)
    {
        OpenFile open = await TakeAsync(key.File).ConfigureAwait(false);
        try
        {
            await open.Reader.GoToAsync(key.Location, cancellationToken).ConfigureAwait(false);
            return await open.Reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } record
                && await WarcCaptureReader.ReadAsync(record, cancellationToken).ConfigureAwait(false) is { } capture
                    ? (record, capture)
                    : null;
        }
        finally
        {
            await KeepAsync(open).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _spare, null)?.Reader.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<OpenFile> TakeAsync(int file)
    {
        OpenFile? spare = Interlocked.Exchange(ref _spare, null);
        if (spare?.File == file)
        {
            return spare;
        }

        if (spare is not null)
        {
            await spare.Reader.DisposeAsync().ConfigureAwait(false);
        }

        return new OpenFile(file, Open(file));
    }

    private async ValueTask KeepAsync(OpenFile open)
    {
        if (Interlocked.CompareExchange(ref _spare, open, null) is not null)
        {
            await open.Reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed record OpenFile(int File, WarcReader Reader);
}
