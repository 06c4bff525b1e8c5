using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsDiff.Archives.Mementos;
using NewsDiff.Identity;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Web;

/// <summary>Keeps an archive's captures of an article as versions, like those of live pages.</summary>
internal sealed class PastVersions
{
    private readonly WebArchive _archive;
    private readonly NewsStore _store;
    private readonly Fetchers _web;

    internal PastVersions(WebArchive archive, NewsStore store, Fetchers web)
    {
        _archive = archive;
        _store = store;
        _web = web;
    }

    /// <summary>How many captures were left out because versions can only be appended.</summary>
    internal int Skipped { get; private set; }

    internal async IAsyncEnumerable<CheckOutcome> KeepAsync(
        ImmutableArray<Memento> captures, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (Memento capture in captures)
        {
            TrackedArticle article = await RegisterAsync(capture, stop).ConfigureAwait(false);
            ArticleVersion? latest = await _store.Versions.FindLatestAsync(article.Id, stop).ConfigureAwait(false);
            if (latest?.SeenAt >= capture.CapturedAt)
            {
                Skipped++;
                continue;
            }

            FetchResult page = await _archive.FetchAsync(capture, latest?.Container, stop).ConfigureAwait(false);
            ArticleTracker tracker = _web.CreateTracker(_store, new AlreadyFetched(page));
            yield return await tracker.CheckArticleAsync(capture.Original, stop).ConfigureAwait(false);
        }
    }

    private ValueTask<TrackedArticle> RegisterAsync(Memento capture, CancellationToken stop) =>
        _store.Articles.RegisterAsync(
            new ArticleRegistration
            {
                Keys = ArticleKeys.Compute(capture.Original),
                Url = UrlCanonicalizer.Canonicalize(capture.Original),
                SeenAt = capture.CapturedAt,
                Source = capture.Original.IdnHost,
            },
            stop);
}
