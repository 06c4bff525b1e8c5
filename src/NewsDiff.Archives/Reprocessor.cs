using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NewsDiff.Extraction;

namespace NewsDiff.Archives;

/// <summary>Reads the kept pages of versions again, and replaces what an earlier extractor read.</summary>
/// <remarks>
/// An article is read again completely or not at all: otherwise the difference between two extractors would look like
/// an edit. Its readings are swapped in at once, without an event. A run that was stopped goes on with the articles
/// that are left, because a version keeps the version of its extractor.
/// </remarks>
/// <param name="versions">The versions.</param>
/// <param name="care">What replaces their readings; the same store.</param>
/// <param name="archive">The kept pages.</param>
/// <param name="extractor">What reads the pages; null for the default extractor.</param>
public sealed class Reprocessor(
    IVersionStore versions, IVersionCare care, IPageArchive archive, IArticleExtractor? extractor = null)
{
    /// <summary>Trackers may append meanwhile; the article is then read once more.</summary>
    private const int MaxAttempts = 3;

    private readonly IArticleExtractor _extractor = extractor ?? new HtmlArticleExtractor();

    /// <summary>Reads articles again that an earlier extractor read.</summary>
    /// <param name="articleId">Only this article; null for all.</param>
    /// <param name="isDryRun">Whether nothing is replaced, and the result only tells what would be.</param>
    /// <param name="progress">Receives the number of articles that were looked at; or null.</param>
    /// <param name="cancellationToken">Stops after the current article.</param>
    /// <returns>The articles, as they are done; none that the present extractor has read already.</returns>
    /// <exception cref="VersionStoreException">The store is damaged, or cannot be written.</exception>
    public async IAsyncEnumerable<ReprocessedArticle> RunAsync(
        string? articleId = null,
        bool isDryRun = false,
        IProgress<int>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int seen = 0;
        var firsts = new VersionQuery { ArticleId = articleId, ToNumber = 1 };
        await foreach (ArticleVersion first in versions.ReadVersionsAsync(firsts, cancellationToken)
            .ConfigureAwait(false))
        {
            if (await ReadAgainAsync(first.ArticleId, isDryRun, cancellationToken).ConfigureAwait(false) is { } article)
            {
                yield return article;
            }

            progress?.Report(++seen);
        }
    }

    private async Task<ReprocessedArticle?> ReadAgainAsync(
        string articleId, bool isDryRun, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            List<ArticleVersion> history = await versions
                .ReadVersionsAsync(new VersionQuery { ArticleId = articleId }, cancellationToken)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            if (!history.Exists(IsOld))
            {
                return null;
            }

            ReprocessedArticle article = await ReadAsync(history, cancellationToken).ConfigureAwait(false);
            if (isDryRun || article.Status != ReprocessStatus.Replaced
                || await care.ReplaceReadingsAsync(
                    [.. article.Readings.Select(static reading => reading.Now)], cancellationToken)
                    .ConfigureAwait(false))
            {
                return article;
            }

            if (attempt == MaxAttempts)
            {
                return article.Leave(
                    ReprocessStatus.Refused,
                    "The store cannot replace readings, or versions changed meanwhile; try again later.");
            }
        }
    }

    /// <summary>Reads all pages of an article that an earlier extractor read.</summary>
    private async Task<ReprocessedArticle> ReadAsync(List<ArticleVersion> history, CancellationToken cancellationToken)
    {
        var article = new ReprocessedArticle { ArticleId = history[0].ArticleId, Status = ReprocessStatus.Replaced };
        HashSet<string> hidden =
            [.. history.Where(static version => version.IsHidden).Select(static version => version.ContentHash)];
        ImmutableArray<RereadVersion>.Builder readings = ImmutableArray.CreateBuilder<RereadVersion>();
        string? container = null;
        foreach (ArticleVersion version in history)
        {
            if (!IsOld(version))
            {
                container = version.Container ?? container;
                continue;
            }

            FetchResult? read = await archive.FetchAgainAsync(version, container, _extractor, cancellationToken)
                .ConfigureAwait(false);
            if (read is not { Article: { } now })
            {
                return read is null
                    ? article.Leave(ReprocessStatus.PageMissing, $"The page of version {version.Number} is not kept.")
                    : article.Leave(
                        ReprocessStatus.Refused, $"The page of version {version.Number} is refused: {read.Reason}");
            }

            RereadVersion reread = Reread(version, now, read.Container);
            if (hidden.Contains(reread.Now.ContentHash))
            {
                return article.Leave(
                    ReprocessStatus.Refused, $"The page of version {version.Number} has a text that was taken down.");
            }

            readings.Add(reread);
            container = read.Container;
        }

        return article with { Readings = readings.DrainToImmutable() };
    }

    private RereadVersion Reread(ArticleVersion version, Article now, string? container) => new()
    {
        Former = version,
        Now = version with
        {
            Article = now with { Url = version.Article.Url },
            ContentHash = ContentHash.Compute(now),
            ExtractorVersion = _extractor.Version,
            Container = container,
        },
    };

    private bool IsOld(ArticleVersion version) => version.HasText && version.ExtractorVersion < _extractor.Version;
}
