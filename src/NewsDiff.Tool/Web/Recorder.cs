using NewsDiff.Archives;
using NewsDiff.Fetching;

namespace NewsDiff.Tool.Web;

/// <summary>Fetches from the web and, if a path is given, keeps the answers.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly IPageArchive? _archive;
    private readonly RecordingHandler? _handler;

    private Recorder(HttpFetchOptions options, TimeProvider clock, ISiteStore? sites) =>
        Client = new GuardedClient(options, clock, sites: sites);

    private Recorder(IPageArchive archive, HttpFetchOptions options, TimeProvider clock, ISiteStore? sites)
    {
        _archive = archive;
        RecordingHandler? handler = null;
        Client = new GuardedClient(
            options, clock, network => handler = new RecordingHandler(archive, network, clock), sites);
        _handler = handler;
    }

    /// <summary>The client to fetch with.</summary>
    internal GuardedClient Client { get; }

    /// <summary>Opens the archive at a path; without a path nothing is kept.</summary>
    internal static async Task<Recorder> OpenAsync(
        string? path,
        HttpFetchOptions options,
        TimeProvider clock,
        ISiteStore? sites,
        CancellationToken stop) =>
        path is null
            ? new Recorder(options, clock, sites)
            : new Recorder(await PageArchives.AppendAsync(path, stop).ConfigureAwait(false), options, clock, sites);

    /// <summary>Records what a tracker follows, if recording is on.</summary>
    internal Task KeepFollowedAsync(ArticleTracker tracker, CancellationToken stop) =>
        _handler?.KeepFollowedAsync(tracker, stop) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_handler is not null)
        {
            await _handler.FlushAsync().ConfigureAwait(false);
        }

        Client.Dispose();
        if (_archive is not null)
        {
            await _archive.DisposeAsync().ConfigureAwait(false);
        }
    }
}
