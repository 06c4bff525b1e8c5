using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Mastodon;

/// <summary>Posts notifications on Mastodon; the posts of one article form a thread.</summary>
/// <remarks>
/// A repeated post has the same idempotency key, by which the server recognises it for an hour. After a restart, an
/// article's thread is looked for among the account's latest 200 posts. Rate limits are obeyed.
/// </remarks>
public sealed class MastodonChannel : INotificationChannel, IDisposable
{
    private const int LinkLength = 23;
    private const int PostsAtOnce = 40;
    private const int MostPages = 5;
    private const int MostDescription = 1500;
    private const int MostLooks = 5;

    private readonly MastodonOptions _options;
    private readonly ApiClient _api;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Threads<string> _threads = new();
    private bool _knowsThreads;

    /// <summary>Makes a channel.</summary>
    /// <param name="options">The account.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <param name="logger">Where posts without their pictures are told; null for nowhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public MastodonChannel(MastodonOptions options, TimeProvider? clock = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _clock, _log) = (options, clock ?? TimeProvider.System, logger ?? NullLogger.Instance);
        _api = new ApiClient(options.Name, options.Server, options.Patience, _clock)
        {
            Token = options.Token,
        };
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        await LearnThreadsAsync(notification.At, cancellationToken).ConfigureAwait(false);
        JsonObject post = PostOf(
            PostText.Of(notification, _options.MaxCharacters, LinkLength, MarkStyle.Mastodon));
        post["language"] = notification.Notice.Version?.Article.Language is { Length: >= 2 } language
            ? language.Split('-')[0]
            : null;
        if (notification.Picture is { } picture
            && await _log.TryAsync(Name, () => UploadAsync(notification.At, picture, cancellationToken))
                .ConfigureAwait(false) is { } media)
        {
            post["media_ids"] = new JsonArray(media);
        }

        string? parent = notification.Url is { } article ? _threads.Find(article) : null;
        string? id = await PostAsync(notification.At, $"{notification.Id}", post, parent, cancellationToken)
            .ConfigureAwait(false);
        if (id is not null && notification.Url is { } url)
        {
            _threads.Note(url, id);
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return PostAsync(
            digest.Since.AddHours(1), digest.Id,
            PostOf(PostText.Of(digest, _options.MaxCharacters, MarkStyle.Mastodon)), parent: null, cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _api.Dispose();

    private JsonObject PostOf(string text) => new()
    {
        ["status"] = text,
        ["visibility"] = _options.Visibility switch
        {
            MastodonVisibility.Unlisted => "unlisted",
            MastodonVisibility.Private => "private",
            _ => "public",
        },
    };

    /// <summary>Uploads a picture, and waits a little while the server converts it.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> UploadAsync(
        DateTimeOffset at, NotificationPicture picture, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ReadOnlyMemoryContent(picture.Png);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "card.png");
        using var words = new StringContent(MessageText.Cut(picture.AlternativeText, MostDescription));
        form.Add(words, "description");
        ApiAnswer answer = await _api.SendAsync(at, HttpMethod.Post, "/api/v2/media", form, null, cancellationToken)
            .ConfigureAwait(false);
        string id = answer is { IsAccepted: true, Json: JsonObject media } && media["id"]?.ToString() is { } given
            ? given
            : throw _api.Refused(answer);
        for (int i = 0; answer.Status is HttpStatusCode.Accepted or HttpStatusCode.PartialContent; i++)
        {
            if (i == MostLooks)
            {
                throw new TimeoutException("The server is still converting it.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), _clock, cancellationToken).ConfigureAwait(false);
            answer = await _api.CallAsync(
                at, HttpMethod.Get, $"/api/v1/media/{Uri.EscapeDataString(id)}", null, null, cancellationToken)
                .ConfigureAwait(false);
        }

        return answer.IsAccepted ? id : throw _api.Refused(answer);
    }

    private async Task<string?> PostAsync(
        DateTimeOffset at, string key, JsonObject post, string? parent, CancellationToken cancellationToken)
    {
        post["in_reply_to_id"] = parent;
        ApiAnswer answer = await _api.CallAsync(
            at, HttpMethod.Post, "/api/v1/statuses", post, key, cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound && parent is not null)
        {
            // The thread was deleted: this post begins another.
            post["in_reply_to_id"] = null;
            answer = await _api.CallAsync(
                at, HttpMethod.Post, "/api/v1/statuses", post, key + "-new", cancellationToken).ConfigureAwait(false);
        }

        return answer.IsAccepted ? answer.Json?["id"]?.ToString() : throw _api.Refused(answer);
    }

    /// <summary>Reads the account's latest posts once, oldest last, to continue their threads.</summary>
    private async Task LearnThreadsAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (_knowsThreads)
        {
            return;
        }

        ApiAnswer account = await GetAsync("/api/v1/accounts/verify_credentials").ConfigureAwait(false);
        string id = (account.Json as JsonObject)?["id"]?.ToString() ?? throw _api.Refused(account);
        string posts = $"/api/v1/accounts/{id}/statuses?exclude_reblogs=true&limit={PostsAtOnce}";
        string? oldest = null;
        for (int page = 0; page < MostPages; page++)
        {
            ApiAnswer answer = await GetAsync(oldest is null ? posts : $"{posts}&max_id={oldest}")
                .ConfigureAwait(false);
            JsonArray latest = answer.Json as JsonArray ?? [];
            Learn(latest);
            if (latest.Count < PostsAtOnce)
            {
                break;
            }

            oldest = latest[^1]!["id"]!.ToString();
        }

        _knowsThreads = true;

        async Task<ApiAnswer> GetAsync(string path)
        {
            ApiAnswer answer = await _api.CallAsync(at, HttpMethod.Get, path, null, null, cancellationToken)
                .ConfigureAwait(false);
            return answer.IsAccepted ? answer : throw _api.Refused(answer);
        }
    }

    private void Learn(JsonArray posts)
    {
        foreach (JsonNode? post in posts)
        {
            foreach (Uri link in LinksIn(post?["content"]?.ToString() ?? ""))
            {
                if (_threads.Find(link) is null)
                {
                    _threads.Note(link, post!["id"]!.ToString());
                }
            }
        }
    }

    /// <summary>The addresses that a post's HTML links to.</summary>
    private static IEnumerable<Uri> LinksIn(string html)
    {
        const string Begin = "href=\"";
        for (int at = 0; (at = html.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Begin.Length;
            int end = html.IndexOf('"', at);
            if (end > at && Uri.TryCreate(WebUtility.HtmlDecode(html[at..end]), UriKind.Absolute, out Uri? url))
            {
                yield return url;
            }
        }
    }
}
