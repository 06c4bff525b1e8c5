using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every store of one kind must do.</summary>
/// <remarks>Derive a test class for each store, which opens an empty one.</remarks>
public abstract class StoreContract<TStore> : IAsyncLifetime
    where TStore : class
{
    private readonly List<TStore> _opened = [];
    private readonly Lazy<TemporaryFolder> _folder = new(() => new TemporaryFolder());

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static DateTimeOffset Noon { get; } = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (TStore store in _opened)
        {
            await DisposeAsync(store);
        }

        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }

    /// <summary>The path of a file that is deleted with the test.</summary>
    protected string TemporaryFile(string name) => _folder.Value.File(name);

    /// <summary>Opens a store; the first one of a test is empty.</summary>
    protected abstract Task<TStore> OpenAsync();

    /// <summary>Waits until all events that were written are readable.</summary>
    /// <remarks>A server holds events back while older transactions run, including those of other tests.</remarks>
    protected virtual Task SettleAsync(TStore store) => Task.CompletedTask;

    /// <summary>Opens a store that is disposed with the test.</summary>
    protected async Task<TStore> OpenForTestAsync()
    {
        TStore store = await OpenAsync();
        _opened.Add(store);
        return store;
    }

    protected static async Task DisposeAsync(TStore store)
    {
        if (store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    /// <summary>Runs work many times in parallel on the thread pool.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => work(i), Token)));

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items) => await items.ToListAsync(Token);
}
