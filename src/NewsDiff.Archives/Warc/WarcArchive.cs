using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NewsDiff.Archives.Warc;

/// <summary>Captures in WARC files: those of this library, and those of any other crawler.</summary>
/// <remarks>
/// Content that a file already has is written as a revisit. One process at a time can append to a file; any number can
/// read it. The list of captures is kept in memory; their content is not.
/// </remarks>
public sealed class WarcArchive : IPageArchive
{
    private readonly WarcFiles _files;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _indexing = new(1, 1);
    private WarcCaptureWriter? _writer;
    private WarcIndex? _index;

    private WarcArchive(ImmutableArray<string> paths) => _files = new WarcFiles(paths);

    /// <summary>The faults found when the files were last listed.</summary>
    public ImmutableArray<WarcProblem> Problems { get; private set; } = [];

    /// <summary>Opens files for reading.</summary>
    /// <param name="paths">The files, in reading order.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    public static WarcArchive OpenRead(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ImmutableArray<string> files = [.. paths];
        return files.FirstOrDefault(static path => !File.Exists(path)) is { } missing
            ? throw new FileNotFoundException($"There is no file '{missing}'.", missing)
            : new WarcArchive(files);
    }

    /// <summary>Opens a file for appending; creates it when it is missing.</summary>
    /// <param name="path">The file; if it ends with <c>.gz</c>, it is compressed.</param>
    /// <param name="cancellationToken">Cancels the reading of the file's list.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="IOException">The file cannot be written, or another process is writing it.</exception>
    public static async Task<WarcArchive> AppendAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var archive = new WarcArchive([path]);
        List<(string Digest, CaptureSource Source)> contents = [];
        if (File.Exists(path))
        {
            await archive.IndexAsync(new WarcIndex(contents), cancellationToken).ConfigureAwait(false);
        }

        archive._writer = new WarcCaptureWriter(path);
        foreach ((string digest, CaptureSource source) in contents)
        {
            archive._writer.Remember(digest, source);
        }

        return archive;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The archive was opened for reading.</exception>
    public async ValueTask KeepAsync(Capture capture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        if (_writer is null)
        {
            throw new NotSupportedException("The archive was opened for reading; use AppendAsync to write.");
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _writer.WriteAsync(capture, CancellationToken.None).ConfigureAwait(false);
            _index = null;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CaptureEntry> ReadEntriesAsync(CancellationToken cancellationToken = default) =>
        ScanAsync(new WarcIndex(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Capture?> FindAsync(CaptureEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return WarcKey.TryParse(entry.Key, out WarcKey key) && key.File < _files.Count
            ? await ReadAsync(key, resolves: true, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Capture?> FindPageAsync(string pageHash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pageHash);
        WarcIndex index = await IndexAsync(new WarcIndex(), cancellationToken).ConfigureAwait(false);
        if (index.FindPage(pageHash) is { } key)
        {
            return await ReadAsync(key, resolves: true, cancellationToken).ConfigureAwait(false);
        }

        // Files of other programs do not name the hash: each page is read until one has it.
        await foreach (CaptureEntry entry in ReadEntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.StatusCode == 200
                && await FindAsync(entry, cancellationToken).ConfigureAwait(false) is { } capture
                && CaptureContent.HashOf(capture) == pageHash)
            {
                return capture;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }

        await _files.DisposeAsync().ConfigureAwait(false);
        _writing.Dispose();
        _indexing.Dispose();
    }

    private async ValueTask<WarcIndex> IndexAsync(WarcIndex empty, CancellationToken cancellationToken)
    {
        if (_index is { } known)
        {
            return known;
        }

        await _indexing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_index is null)
            {
                await foreach (CaptureEntry _ in ScanAsync(empty, cancellationToken).ConfigureAwait(false))
                {
                    // The scan fills the index.
                }
            }

            return _index!;
        }
        finally
        {
            _indexing.Release();
        }
    }

    private async IAsyncEnumerable<CaptureEntry> ScanAsync(
        WarcIndex index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImmutableArray<WarcProblem>.Builder problems = ImmutableArray.CreateBuilder<WarcProblem>();
        for (int file = 0; file < _files.Count; file++)
        {
            WarcReader reader = _files.Open(file);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } record)
                {
                    var key = new WarcKey(file, record.Location);
                    if (await WarcCaptureReader.ReadEntryAsync(record, key, cancellationToken)
                        .ConfigureAwait(false) is { } entry)
                    {
                        index.Add(record, key, entry);
                        yield return entry;
                    }
                }

                problems.AddRange(reader.Problems);
            }
        }

        Problems = problems.ToImmutable();
        _index = index;
    }

    private async ValueTask<Capture?> ReadAsync(WarcKey key, bool resolves, CancellationToken cancellationToken)
    {
        if (await _files.ReadAsync(key, cancellationToken).ConfigureAwait(false) is not var (record, capture))
        {
            return null;
        }

        bool needsContent = record.Type == WarcRecordType.Revisit && capture.StatusCode != 304;
        return resolves && needsContent
            ? await ResolveAsync(record, capture, cancellationToken).ConfigureAwait(false)
            : capture;
    }

    private async ValueTask<Capture?> ResolveAsync(
        WarcRecord revisit,
        Capture capture,
        CancellationToken cancellationToken)
    {
        WarcIndex index = await IndexAsync(new WarcIndex(), cancellationToken).ConfigureAwait(false);
        if (index.FindOriginal(revisit) is not { } key
            || await ReadAsync(key, resolves: false, cancellationToken).ConfigureAwait(false) is not { } original)
        {
            return null;
        }

        // A revisit may leave out the answer's headers; then those of the original are used.
        return capture.Headers.IsEmpty
            ? original with { Url = capture.Url, CapturedAt = capture.CapturedAt }
            : capture with { Body = original.Body };
    }
}
