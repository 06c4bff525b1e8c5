using Microsoft.Extensions.Logging;
using NewsDiff.Addresses;
using NewsDiff.Events;
using NewsDiff.Notifications.Bluesky;
using NewsDiff.Notifications.Mail;
using NewsDiff.Notifications.Mastodon;
using NewsDiff.Notifications.WebArchives;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Notifications;

/// <summary>The channels of a tracker's notifications.</summary>
public sealed class NotificationOptions
{
    private readonly List<ChannelRoute> _routes = [];

    /// <summary>The pattern of addresses of comparisons; null for none. The default is null.</summary>
    /// <remarks>
    /// <c>{article}</c>, <c>{before}</c> and <c>{after}</c> are replaced. For <c>newsdiff serve</c> it is
    /// <c>https://diffs.example.org/articles/{article}/diff/{before}/{after}</c>.
    /// </remarks>
    public string? ComparisonPattern
    {
        get;
        set => field = value is null || IsPattern(value)
            ? value
            : throw new ArgumentException(
                "ComparisonPattern must be an http or https address with {article}, {before} and {after}.",
                nameof(value));
    }

    /// <summary>Draws the picture of a change for posts; null for posts without pictures.</summary>
    /// <remarks>The default is null. A change may be given no picture, by null.</remarks>
    public Func<ArticleChange, NotificationPicture?>? DrawPicture { get; set; }

    internal IReadOnlyList<ChannelRoute> Routes => _routes;

    /// <summary>The unusable settings; if there are any, the host does not start.</summary>
    internal List<string> Faults { get; } = [];

    /// <summary>Adds a webhook.</summary>
    /// <param name="webhook">Where and how it is sent.</param>
    /// <param name="filter">Which events it sends; null for the defaults.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void AddWebhook(WebhookOptions webhook, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        Add(webhook.Name, (clock, _) => new WebhookChannel(webhook, clock), filter);
    }

    /// <summary>Adds a mailbox.</summary>
    /// <param name="mail">Where and how it is sent.</param>
    /// <param name="filter">Which events it sends; null for the defaults.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void AddMail(MailOptions mail, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Add(mail.Name, (clock, _) => new MailChannel(mail, clock), filter);
    }

    /// <summary>Adds an account of Mastodon.</summary>
    /// <param name="account">The account.</param>
    /// <param name="filter">Which events it sends; null for the defaults.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void AddMastodon(MastodonOptions account, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        Add(account.Name, (clock, log) => new MastodonChannel(account, clock, log), filter);
    }

    /// <summary>Adds an account of Bluesky.</summary>
    /// <param name="account">The account.</param>
    /// <param name="filter">Which events it sends; null for the defaults.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void AddBluesky(BlueskyOptions account, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        Add(account.Name, (clock, log) => new BlueskyChannel(account, clock, log), filter);
    }

    /// <summary>Adds a web archive, which is asked to save pages that changed.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="filter">Which events make it save a page; null for every change.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void AddWebArchive(WebArchiveOptions archive, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Add(
            archive.Name,
            (clock, log) => new WebArchiveChannel(archive, clock, log),
            filter ?? new NotificationFilter { Kinds = [ArticleEventKind.Changed], MinSignificance = 0 });
    }

    /// <summary>Adds a channel of your own.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="filter">Which events it sends; null for the defaults.</param>
    /// <exception cref="ArgumentException">Another channel has the name.</exception>
    public void Add(INotificationChannel channel, NotificationFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Add(channel.Name, (_, _) => channel, filter);
    }

    private static bool IsPattern(string pattern) =>
        pattern.Contains("{article}", StringComparison.Ordinal)
        && pattern.Contains("{before}", StringComparison.Ordinal)
        && pattern.Contains("{after}", StringComparison.Ordinal)
        && Uri.TryCreate(pattern.Replace('{', 'x').Replace('}', 'x'), UriKind.Absolute, out Uri? url)
        && WebScheme.IsIn(url);

    private void Add(
        string name, Func<TimeProvider, ILogger, INotificationChannel> create, NotificationFilter? filter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_routes.Exists(route => route.Name == name))
        {
            throw new ArgumentException(
                $"Two channels have the name '{name}': each needs one of its own.", nameof(name));
        }

        _routes.Add(new ChannelRoute(name, create, filter ?? new NotificationFilter()));
    }
}
