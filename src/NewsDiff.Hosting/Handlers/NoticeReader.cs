using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Reads the versions that an event concerns.</summary>
internal sealed class NoticeReader(IVersionStore store, IEventLog log, DiffOptions? options, ILogger logger)
{
    private const int MaxDigestEvents = 1000;

    /// <summary>Reads the notice of an event.</summary>
    /// <returns>The notice; null when the handler does not want it, or the host's options hide the change.</returns>
    public async ValueTask<ArticleNotice?> ReadAsync(
        ArticleEvent happened, IArticleChangeHandler handler, CancellationToken cancellationToken) =>
        IsHeard(happened) && await ReadAsync(happened, cancellationToken).ConfigureAwait(false) is { } notice
            && Wants(handler, notice) ? notice : null;

    /// <summary>Whether an event is delivered to handlers.</summary>
    /// <remarks>
    /// Pruning only saves space. A takedown is news, and names who did it; what else somebody brought, such as imported
    /// versions and repeated runs, is not.
    /// </remarks>
    private static bool IsHeard(ArticleEvent happened) => happened.Kind switch
    {
        ArticleEventKind.Pruned => false,
        ArticleEventKind.Hidden => true,
        _ => happened.By is null,
    };

    private async ValueTask<ArticleNotice?> ReadAsync(ArticleEvent happened, CancellationToken cancellationToken)
    {
        var query = new VersionQuery
        {
            ArticleId = happened.ArticleId,
            FromNumber = happened.Number,
            ToNumber = happened.Number,
            Limit = 1,
        };
        if (happened.Kind != ArticleEventKind.Changed)
        {
            ArticleVersion? version = await store.ReadVersionsAsync(query, cancellationToken)
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return new ArticleNotice { Event = happened, Version = version };
        }

        ArticleChange? change = await store.ReadChangesAsync(query, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return change is not null && IsHidden(change)
            ? null
            : new ArticleNotice
            {
                Event = happened,
                Version = change?.After,
                Change = change is null ? null : new ArticleChange(change.Before, change.After, options),
            };
    }

    /// <summary>Reads the digest of a site's hour.</summary>
    public async ValueTask<ArticleDigest> ReadAsync(
        SiteHour hour, IArticleDigestHandler handler, CancellationToken cancellationToken)
    {
        EventCursor first = hour.First!.Value;
        var after = first with { Sequence = first.Sequence - 1 };
        ImmutableArray<ArticleEvent> events =
        [
            .. await log.ReadEventsAsync(new EventQuery { After = after }, cancellationToken)
                .Where(happened => happened.Host == hour.Host
                    && happened.At >= hour.Since && happened.At < hour.Since.AddHours(1))
                .Where(async (happened, stop) =>
                    await ReadAsync(happened, handler, stop).ConfigureAwait(false) is not null)
                .Take(Math.Min(hour.Rest, MaxDigestEvents))
                .ToListAsync(cancellationToken).ConfigureAwait(false),
        ];
        return new ArticleDigest { Host = hour.Host, Since = hour.Since, Count = hour.Rest, Events = events };
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; a notice too many beats one that is lost.")]
    private bool Wants(IArticleChangeHandler handler, ArticleNotice notice)
    {
        try
        {
            return handler.Wants(notice);
        }
        catch (Exception exception)
        {
            logger.HandlerUndecided(handler.GetType(), $"{notice.Event}", exception);
            return true;
        }
    }

    /// <summary>Whether the host's options hide a change completely, so that it has no marked words.</summary>
    private bool IsHidden(ArticleChange change) =>
        options is not null && !ArticleDiff.Compute(change.Before.Article, change.After.Article, options).HasChanges;
}
