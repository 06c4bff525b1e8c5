using Microsoft.Extensions.Logging;
using NewsDiff.Hosting;

namespace NewsDiff.Notifications;

/// <summary>Uploads pictures of posts; a post is worth more than its picture.</summary>
internal static class PictureUpload
{
    /// <summary>Uploads a picture.</summary>
    /// <param name="log">Where a failure is told.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="upload">Uploads it.</param>
    /// <returns>What the post refers to; null when it has no picture.</returns>
    public static async Task<T?> TryAsync<T>(this ILogger log, string channel, Func<Task<T>> upload)
        where T : class
    {
        try
        {
            return await upload().ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is HandlerPostponedException or HttpRequestException or TimeoutException)
        {
            log.PictureNotSent(channel, exception.Message);
            return null;
        }
    }
}
