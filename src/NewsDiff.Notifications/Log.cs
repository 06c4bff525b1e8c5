using Microsoft.Extensions.Logging;

namespace NewsDiff.Notifications;

/// <summary>The log messages of channels: event ids 600 to 699.</summary>
internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Warning, "The picture for {Event} could not be drawn; it is told without one.")]
    public static partial void PictureNotDrawn(this ILogger logger, Guid @event, Exception exception);

    [LoggerMessage(601, LogLevel.Warning, "'{Channel}' posts without a picture. {Reason}")]
    public static partial void PictureNotSent(this ILogger logger, string channel, string reason);

    [LoggerMessage(602, LogLevel.Information, "'{Channel}' was asked to save {Url}. {Answer}")]
    public static partial void PageSaved(this ILogger logger, string channel, Uri url, string answer);

    [LoggerMessage(603, LogLevel.Warning, "'{Channel}' does not save {Url}. {Reason}")]
    public static partial void PageNotSaved(this ILogger logger, string channel, Uri url, string reason);

    [LoggerMessage(604, LogLevel.Information,
        "'{Channel}' was not asked to save {Count} more pages of {Site}: their hour had too many.")]
    public static partial void PagesLeftOut(this ILogger logger, string channel, int count, string site);
}
