using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications;

/// <summary>Hands the events that pass a filter to a channel.</summary>
internal sealed class ChannelHandler(
    INotificationChannel channel, NotificationFilter filter, NotificationComposer composer, IVersionStore store,
    TimeProvider clock)
    : IArticleDigestHandler
{
    /// <summary>The maximum number of notifications that a digest lists.</summary>
    private const int MostInDigest = 50;

    private readonly FilterRules _rules = new(filter);

    public string Name => $"notifications/{channel.Name}";

    public int MaxPerHour => filter.MaxPerHour;

    public bool Wants(ArticleNotice notice) => _rules.Pass(notice);

    public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A channel is called with notices, not with changes.");

    public async ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
    {
        WaitForMorning();
        await channel.SendAsync(composer.Compose(notice), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask HandleDigestAsync(ArticleDigest digest, CancellationToken cancellationToken)
    {
        WaitForMorning();
        List<Notification> notifications = [];
        foreach (ArticleEvent happened in digest.Events.Take(MostInDigest))
        {
            notifications.Add(composer.Compose(await ReadAsync(happened, cancellationToken).ConfigureAwait(false)));
        }

        await channel.SendAsync(
            new NotificationDigest
            {
                Id = string.Create(
                    CultureInfo.InvariantCulture, $"{digest.Host}-{digest.Since.UtcDateTime:yyyyMMdd'T'HH'Z'}"),
                Site = digest.Host,
                Since = digest.Since,
                Count = digest.Count,
                Notifications = [.. notifications],
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ArticleNotice> ReadAsync(ArticleEvent happened, CancellationToken cancellationToken)
    {
        var query = new VersionQuery
        {
            ArticleId = happened.ArticleId,
            FromNumber = happened.Number,
            ToNumber = happened.Number,
            Limit = 1,
        };
        ArticleChange? change = happened.Kind != ArticleEventKind.Changed
            ? null
            : await store.ReadChangesAsync(query, cancellationToken)
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        ArticleVersion? version = change?.After ?? await store.ReadVersionsAsync(query, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return new ArticleNotice { Event = happened, Change = change, Version = version };
    }

    private void WaitForMorning()
    {
        if (filter.Quiet?.FindEnd(clock.GetUtcNow()) is { } end)
        {
            throw new HandlerPostponedException(end, "It is a quiet hour.");
        }
    }
}
