using System.Text;

namespace NewsDiff.Samples.OwnStore;

/// <summary>Keeps versions in a file of JSON Lines, one line a version; what is read comes from memory.</summary>
/// <remarks>For one process and as many versions as memory holds.</remarks>
public sealed class FileVersionStore : IVersionStore, IAsyncDisposable
{
    private readonly InMemoryVersionStore _memory = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly FileStream _file;

    private FileVersionStore(FileStream file) => _file = file;

    /// <summary>Opens a file, or makes it.</summary>
    public static async Task<FileVersionStore> OpenAsync(string path)
    {
        var store = new FileVersionStore(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite));
        using var reader = new StreamReader(store._file, leaveOpen: true);
        long whole = 0;
        while (await reader.ReadLineAsync() is { } text)
        {
            // A line that a crash cut off was never acknowledged.
            if (FileLine.TryRead(text) is not { } line)
            {
                break;
            }

            whole += Encoding.UTF8.GetByteCount(text) + 1;
            await store._memory.AppendAsync(line.ToDraft());
        }

        store._file.SetLength(whole);
        store._file.Position = whole;
        return store;
    }

    /// <inheritdoc/>
    public ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId, CancellationToken cancellationToken = default) =>
        _memory.FindLatestAsync(articleId, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(
        VersionDraft draft, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Once begun, an append ends: a half line would be worse than a late answer.
            ArticleVersion? head = await _memory.FindLatestAsync(draft.ArticleId, CancellationToken.None);
            if (draft.ApplyTo(head).IsAppended)
            {
                await _file.WriteAsync(FileLine.Of(draft).ToBytes(), CancellationToken.None);
                _file.Flush(flushToDisk: true);
            }

            return await _memory.AppendAsync(draft, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query, CancellationToken cancellationToken = default) =>
        _memory.ReadVersionsAsync(query, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
        VersionQuery query, CancellationToken cancellationToken = default) =>
        _memory.ReadChangesAsync(query, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _turn.Dispose();
    }
}
