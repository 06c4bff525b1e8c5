using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NewsDiff.Events;
using NewsDiff.Hosting;

namespace NewsDiff.Notifications.WebArchives;

/// <summary>Asks a web archive to save pages that changed, one after another.</summary>
/// <remarks>
/// It is a courtesy to readers and no duty of the archive: what is refused, or what a busy archive does not take in
/// time, is told in the log and left out.
/// </remarks>
internal sealed class WebArchiveChannel : INotificationChannel, IDisposable
{
    private const int LongestAnswer = 200;

    private readonly WebArchiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ApiClient _api;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    public WebArchiveChannel(WebArchiveOptions options, TimeProvider clock, ILogger log)
    {
        (_options, _clock, _log) = (options, clock, log);
        _api = new ApiClient(options.Name, options.Server, options.Patience, clock)
        {
            Scheme = "LOW",
            Token = options.Key,
        };
    }

    public string Name => _options.Name;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (notification is not { Url: { } url, Kind: not ArticleEventKind.Vanished } || !IsPublic(url))
        {
            return;
        }

        WaitForTurn();
        try
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("url", url.AbsoluteUri)]);
            ApiAnswer answer = await _api.SendAsync(
                notification.At, HttpMethod.Post, "/save", form, null, cancellationToken).ConfigureAwait(false);
            if (answer.IsAccepted)
            {
                _log.PageSaved(Name, url, AnswerOf(answer));
            }
            else
            {
                _log.PageNotSaved(Name, url, OneLine(_api.Refused(answer).Message));
            }
        }
        catch (TimeoutException exception)
        {
            _log.PageNotSaved(Name, url, exception.Message);
        }
    }

    public Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken)
    {
        _log.PagesLeftOut(Name, digest.Count, digest.Site);
        return Task.CompletedTask;
    }

    public void Dispose() => _api.Dispose();

    /// <summary>Whether an address can be reached from outside: an archive is told no name of an own network.</summary>
    private static bool IsPublic(Uri url) =>
        url is { IsAbsoluteUri: true, HostNameType: UriHostNameType.Dns, IsLoopback: false, UserInfo: "" }
        && url.Scheme is "http" or "https"
        && url.Host.Contains('.', StringComparison.Ordinal);

    private void WaitForTurn()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        if (_askedAt <= now && now < _askedAt + _options.Gap)
        {
            throw new HandlerPostponedException(
                _askedAt + _options.Gap, $"'{Name}' is asked once in {_options.Gap:c}.");
        }

        _askedAt = now;
    }

    private static string AnswerOf(ApiAnswer answer) => answer.Json is not JsonObject json
        ? "It answered without saying more."
        : OneLine(json["message"]?.ToString() is { Length: > 0 } message ? message : $"Its job is {json["job_id"]}.");

    private static string OneLine(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return Messages.MessageText.Cut(line, LongestAnswer);
    }
}
