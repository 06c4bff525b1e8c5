using Microsoft.Extensions.Logging;
using NewsDiff.Hosting;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications;

/// <summary>Makes one handler for each channel of a tracker.</summary>
internal sealed class ChannelHandlers : IArticleHandlerSource, IDisposable
{
    private readonly List<(IArticleChangeHandler Handler, INotificationChannel Channel)> _made;

    public ChannelHandlers(NotificationOptions options, IVersionStore store, TimeProvider clock, ILogger log)
    {
        var composer = new NotificationComposer(options.ComparisonPattern, options.DrawPicture, log);
        _made =
        [
            .. from route in options.Routes
               let channel = route.Create(clock, log)
               let handler = new ChannelHandler(channel, route.Filter, composer, store, clock)
               select ((IArticleChangeHandler)handler, channel),
        ];
    }

    public IEnumerable<IArticleChangeHandler> GetHandlers() => _made.Select(made => made.Handler);

    public void Dispose()
    {
        foreach (IDisposable channel in _made.Select(made => made.Channel).OfType<IDisposable>())
        {
            channel.Dispose();
        }
    }
}
