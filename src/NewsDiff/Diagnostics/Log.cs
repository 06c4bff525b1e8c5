using Microsoft.Extensions.Logging;

namespace NewsDiff.Diagnostics;

/// <summary>The log messages of tracking: event ids 300 to 399.</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Error, "The visit to {Url} failed with an exception.")]
    public static partial void VisitThrew(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(301, LogLevel.Information, "The visit to {Url} outlived its lease; another tracker has taken over.")]
    public static partial void ClaimLost(this ILogger logger, Uri url);

    [LoggerMessage(303, LogLevel.Debug, "The articles at {Url} and {Other} may be one, but their texts do not agree.")]
    public static partial void StayedApart(this ILogger logger, Uri url, Uri other);

    [LoggerMessage(302, LogLevel.Error, "Tracking failed after its caller had stopped reading the outcomes.")]
    public static partial void FailedUnheard(this ILogger logger, Exception exception);

    [LoggerMessage(304, LogLevel.Error,
        "The state of the visit to {Url} could not be saved; the visit is repeated when its lease ends.")]
    public static partial void FailureNotSaved(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(305, LogLevel.Error, "The visit to {Url} could not be released; its lease ends by itself.")]
    public static partial void ClaimNotReturned(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(306, LogLevel.Error, "The followed feed '{Name}' has no absolute address and is skipped.")]
    public static partial void FeedWithoutAddress(this ILogger logger, string? name);

    [LoggerMessage(307, LogLevel.Error,
        "The entry {Url} of the feed {Feed} could not be registered; the feed's other entries are registered.")]
    public static partial void EntryThrew(this ILogger logger, Uri feed, Uri url, Exception exception);

    [LoggerMessage(308, LogLevel.Error, "The sitemap {Url} could not be read completely; the other sitemaps are read.")]
    public static partial void SitemapThrew(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(309, LogLevel.Error, "The store has an unreadable row; the other rows are read.")]
    public static partial void RowUnreadable(this ILogger logger, Exception exception);

    [LoggerMessage(310, LogLevel.Warning,
        "The lease of the visit to {Url} could not be renewed; another tracker may take over when it ends.")]
    public static partial void LeaseNotRenewed(this ILogger logger, Uri url, Exception exception);

    [LoggerMessage(311, LogLevel.Information,
        "The story at {Url} moved to {Other}, and another one is at its former address, as its feed says.")]
    public static partial void AddressLeft(this ILogger logger, Uri url, Uri other);
}
