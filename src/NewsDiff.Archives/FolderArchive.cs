using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace NewsDiff.Archives;

/// <summary>Keeps captures in a folder: compressed pages named by their hash, and lists of captures.</summary>
/// <remarks>
/// A page is written to a temporary file, which is then renamed, and each writer has its own list. Any number of
/// processes may therefore use a folder at once, and a crash leaves at most one unfinished line.
/// </remarks>
public sealed class FolderArchive : IPageArchive
{
    private const string ListPattern = "*.jsonl";

    private readonly string _pages;
    private readonly string _lists;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private CaptureList? _list;

    /// <summary>Opens a folder, which may be missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="timeProvider">The clock that names the lists; null for the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public FolderArchive(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _pages = System.IO.Path.Combine(path, "pages");
        _lists = System.IO.Path.Combine(path, "captures");
        _timeProvider = timeProvider ?? TimeProvider.System;
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Whether a folder has the layout of this class.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>Whether it holds lists of captures.</returns>
    public static bool IsOne(string path) => Directory.Exists(System.IO.Path.Combine(path, "captures"));

    /// <inheritdoc/>
    public async ValueTask KeepAsync(Capture capture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        byte[]? page = CaptureContent.Decode(capture);
        byte[] content = page ?? capture.Body.ToArray();
        var line = new CaptureLine
        {
            Url = capture.Url,
            CapturedAt = capture.CapturedAt,
            Status = capture.StatusCode,
            Phrase = capture.ReasonPhrase,
            IsTruncated = capture.IsTruncated,
            Page = content.Length == 0 ? null : PageHash.Compute(content),

            // The stored page is already decompressed: a reader must not decompress it again.
            Headers = CaptureLine.Pair(page is null ? capture.Headers : WithoutCoding(capture.Headers)),
            RequestHeaders = CaptureLine.Pair(capture.RequestHeaders),
        };
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _list ??= CaptureList.Create(_lists, _timeProvider.GetUtcNow());
            if (line.Page is { } hash)
            {
                await KeepPageAsync(hash, content).ConfigureAwait(false);
            }

            await _list.AddAsync(line).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CaptureEntry> ReadEntriesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string list in Lists())
        {
            await foreach ((long offset, CaptureLine line) in CaptureList.ReadAsync(list, offset: 0, cancellationToken)
                .ConfigureAwait(false))
            {
                yield return line.ToEntry(CaptureList.KeyOf(list, offset));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Capture?> FindAsync(CaptureEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return await CaptureList.FindAsync(_lists, entry.Key, cancellationToken).ConfigureAwait(false) is { } line
            ? await OpenAsync(line, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Capture?> FindPageAsync(string pageHash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pageHash);
        foreach (string list in PageHash.IsOne(pageHash) && File.Exists(PathOf(pageHash)) ? Lists() : [])
        {
            await foreach ((_, CaptureLine line) in CaptureList.ReadAsync(list, offset: 0, cancellationToken)
                .ConfigureAwait(false))
            {
                if (line.Page == pageHash)
                {
                    return await OpenAsync(line, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_list is not null)
        {
            await _list.DisposeAsync().ConfigureAwait(false);
        }

        _writing.Dispose();
    }

    private static ImmutableArray<HttpField> WithoutCoding(ImmutableArray<HttpField> headers) =>
        [.. headers.Where(static field => !field.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
            && !field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))];

    private IEnumerable<string> Lists() =>
        Directory.Exists(_lists) ? Directory.EnumerateFiles(_lists, ListPattern).Order(StringComparer.Ordinal) : [];

    private string PathOf(string hash) => System.IO.Path.Combine(_pages, hash[..2], hash + ".gz");

    private async Task KeepPageAsync(string hash, byte[] content)
    {
        string path = PathOf(hash);
        if (File.Exists(path))
        {
            return;
        }

        PrivateFolder.Create(System.IO.Path.GetDirectoryName(path)!);
        string beside = $"{path}.{_list!.Name}.tmp";
        FileStream file = PrivateFile.Create(beside, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            var packer = new GZipStream(file, CompressionLevel.Optimal);
            await using (packer.ConfigureAwait(false))
            {
                await packer.WriteAsync(content).ConfigureAwait(false);
            }
        }

        File.Move(beside, path, overwrite: true);
    }

    private async ValueTask<Capture?> OpenAsync(CaptureLine line, CancellationToken cancellationToken)
    {
        byte[]? content = line.Page is { } hash
            ? await ReadPageAsync(hash, cancellationToken).ConfigureAwait(false)
            : [];
        return content is null ? null : line.ToCapture(content);
    }

    /// <summary>Reads a page, and verifies its hash.</summary>
    private async Task<byte[]?> ReadPageAsync(string hash, CancellationToken cancellationToken)
    {
        // A list that a stranger made must not lead out of the folder.
        if (!PageHash.IsOne(hash) || !File.Exists(PathOf(hash)))
        {
            return null;
        }

        byte[] packed = await File.ReadAllBytesAsync(PathOf(hash), cancellationToken).ConfigureAwait(false);
        return CaptureContent.Decode(packed, "gzip") is { } content && PageHash.Compute(content) == hash
            ? content
            : null;
    }
}
