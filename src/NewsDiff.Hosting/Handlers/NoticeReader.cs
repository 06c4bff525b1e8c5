using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Handlers;

/// <summary>Reads the versions that an event concerns.</summary>
internal sealed class NoticeReader(IVersionStore store, IEventLog log, DiffOptions? options)
{
    private const int MaxDigestEvents = 1000;

    /// <summary>Whether handlers hear of an event. What is done to save space is no news.</summary>
    public static bool IsHeard(ArticleEvent happened) => happened.Kind != ArticleEventKind.Pruned;

    /// <summary>Reads the notice of an event.</summary>
    /// <returns>The notice; null when the host's options hide the change.</returns>
    public async ValueTask<ArticleNotice?> ReadAsync(ArticleEvent happened, CancellationToken cancellationToken)
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
    public async ValueTask<ArticleDigest> ReadAsync(SiteHour hour, CancellationToken cancellationToken)
    {
        EventCursor first = hour.First!.Value;
        var after = first with { Sequence = first.Sequence - 1 };
        ImmutableArray<ArticleEvent> events =
        [
            .. await log.ReadEventsAsync(new EventQuery { After = after }, cancellationToken)
                .Where(happened => IsHeard(happened) && happened.Host == hour.Host
                    && happened.At >= hour.Since && happened.At < hour.Since.AddHours(1))
                .Take(Math.Min(hour.Rest, MaxDigestEvents))
                .ToListAsync(cancellationToken).ConfigureAwait(false),
        ];
        return new ArticleDigest { Host = hour.Host, Since = hour.Since, Count = hour.Rest, Events = events };
    }

    /// <summary>Whether the options show nothing of a change: a handler would get a change without any mark.</summary>
    private bool IsHidden(ArticleChange change) =>
        options is not null && !ArticleDiff.Compute(change.Before.Article, change.After.Article, options).HasChanges;
}
