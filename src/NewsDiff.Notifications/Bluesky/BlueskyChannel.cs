using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Bluesky;

/// <summary>Posts notifications on Bluesky; the posts of one article form a thread.</summary>
/// <remarks>
/// A repeated post has the same record key, and so replaces itself. After a restart, an article's thread is looked for
/// among the account's latest 100 posts. Rate limits are obeyed.
/// </remarks>
public sealed class BlueskyChannel : INotificationChannel, IDisposable
{
    private const int MostCharacters = 300;
    private const int MostBytes = 1_000_000;
    private const string Collection = "app.bsky.feed.post";

    private readonly BlueskyOptions _options;
    private readonly ApiClient _api;
    private readonly ILogger _log;
    private readonly Threads<BlueskyPost> _threads = new();
    private string? _account;

    /// <summary>Makes a channel.</summary>
    /// <param name="options">The account.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <param name="logger">Where posts without their pictures are told; null for nowhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public BlueskyChannel(BlueskyOptions options, TimeProvider? clock = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _log) = (options, logger ?? NullLogger.Instance);
        _api = new ApiClient(options.Name, options.Server, options.Patience, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        await LogInAsync(notification.At, cancellationToken).ConfigureAwait(false);
        BlueskyPost? parent = notification.Url is { } article ? _threads.Find(article) : null;
        string key = RecordKey.Of(notification.At, $"{notification.Id}");
        if (parent?.Uri.EndsWith($"/{key}", StringComparison.Ordinal) == true)
        {
            // An earlier attempt created the post; only its answer was lost.
            return;
        }

        string text = PostText.Of(notification, MostCharacters, linkLength: null);
        JsonObject record = RecordOf(text, PostText.LinksOf(notification), notification.At);
        if (notification.Notice.Version?.Article.Language is { Length: >= 2 } language)
        {
            record["langs"] = new JsonArray(language);
        }

        if (notification.Picture is { } picture
            && await _log.TryAsync(Name, () => UploadAsync(notification.At, picture, cancellationToken))
                .ConfigureAwait(false) is { } embed)
        {
            record["embed"] = embed;
        }

        if (parent is not null)
        {
            record["reply"] = ReplyTo(parent);
        }

        ApiAnswer answer = await PutAsync(notification.At, key, record, cancellationToken)
            .ConfigureAwait(false);
        if (notification.Url is { } url && PostOf(answer.Json, parent) is { } post)
        {
            _threads.Note(url, post);
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(NotificationDigest digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        DateTimeOffset at = digest.Since.AddHours(1);
        await LogInAsync(at, cancellationToken).ConfigureAwait(false);
        await PutAsync(
            at, RecordKey.Of(at, digest.Id), RecordOf(PostText.Of(digest, MostCharacters), [], at), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _api.Dispose();

    private static JsonObject ReplyTo(BlueskyPost parent) => new()
    {
        ["root"] = new JsonObject { ["uri"] = parent.RootUri, ["cid"] = parent.RootCid },
        ["parent"] = new JsonObject { ["uri"] = parent.Uri, ["cid"] = parent.Cid },
    };

    private static JsonObject RecordOf(string text, Uri[] links, DateTimeOffset at)
    {
        var facets = new JsonArray();
        foreach (Uri link in links.Where(link => text.Contains(link.AbsoluteUri, StringComparison.Ordinal)))
        {
            // Places are counted in bytes of UTF-8.
            int index = text.LastIndexOf(link.AbsoluteUri, StringComparison.Ordinal);
            int start = Encoding.UTF8.GetByteCount(text[..index]);
            facets.Add((JsonNode)new JsonObject
            {
                ["index"] = new JsonObject
                {
                    ["byteStart"] = start,
                    ["byteEnd"] = start + Encoding.UTF8.GetByteCount(link.AbsoluteUri),
                },
                ["features"] = new JsonArray(new JsonObject
                {
                    ["$type"] = "app.bsky.richtext.facet#link",
                    ["uri"] = link.AbsoluteUri,
                }),
            });
        }

        return new JsonObject
        {
            ["$type"] = Collection,
            ["text"] = text,
            ["createdAt"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["facets"] = facets,
        };
    }

    private static BlueskyPost? PostOf(JsonNode? answer, BlueskyPost? parent) =>
        answer?["uri"]?.ToString() is { } uri && answer["cid"]?.ToString() is { } cid
            ? new BlueskyPost(uri, cid, parent?.RootUri ?? uri, parent?.RootCid ?? cid)
            : null;

    private Task<ApiAnswer> PutAsync(
        DateTimeOffset at, string key, JsonObject record, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["repo"] = _account,
            ["collection"] = Collection,
            ["rkey"] = key,
            ["record"] = record,
        };
        return SendAsync(
            at, "/xrpc/com.atproto.repo.putRecord",
            () => new StringContent(body.ToJsonString(), null, "application/json"), cancellationToken);
    }

    /// <summary>Uploads a picture.</summary>
    /// <returns>The part of a post that shows it.</returns>
    private async Task<JsonObject> UploadAsync(
        DateTimeOffset at, NotificationPicture picture, CancellationToken cancellationToken)
    {
        if (picture.Png.Length > MostBytes)
        {
            throw new HttpRequestException($"It has {picture.Png.Length} bytes; {MostBytes} are taken.");
        }

        ApiAnswer answer = await SendAsync(
            at,
            "/xrpc/com.atproto.repo.uploadBlob",
            () => new ReadOnlyMemoryContent(picture.Png)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("image/png") },
            },
            cancellationToken).ConfigureAwait(false);
        JsonNode blob = (answer.Json as JsonObject)?["blob"] ?? throw _api.Refused(answer);
        return new JsonObject
        {
            ["$type"] = "app.bsky.embed.images",
            ["images"] = new JsonArray(new JsonObject
            {
                ["alt"] = picture.AlternativeText,
                ["image"] = blob.DeepClone(),
                ["aspectRatio"] = new JsonObject { ["width"] = picture.Width, ["height"] = picture.Height },
            }),
        };
    }

    /// <summary>Sends what needs a session; one that has ended is begun again.</summary>
    private async Task<ApiAnswer> SendAsync(
        DateTimeOffset at, string path, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _api.SendAsync(at, HttpMethod.Post, path, content(), null, cancellationToken)
            .ConfigureAwait(false);
        if ((answer.Json as JsonObject)?["error"]?.ToString() == "ExpiredToken"
            || answer.Status == HttpStatusCode.Unauthorized)
        {
            // A session lasts for a few hours.
            (_account, _api.Token) = (null, null);
            await LogInAsync(at, cancellationToken).ConfigureAwait(false);
            answer = await _api.SendAsync(at, HttpMethod.Post, path, content(), null, cancellationToken)
                .ConfigureAwait(false);
        }

        return answer.IsAccepted ? answer : throw _api.Refused(answer);
    }

    private async Task LogInAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (_account is not null)
        {
            return;
        }

        var login = new JsonObject { ["identifier"] = _options.Handle, ["password"] = _options.Password };
        ApiAnswer session = await _api.CallAsync(
            at, HttpMethod.Post, "/xrpc/com.atproto.server.createSession", login, null, cancellationToken)
            .ConfigureAwait(false);
        if (!session.IsAccepted || session.Json?["did"]?.ToString() is not { } account)
        {
            throw _api.Refused(session);
        }

        _api.Token = session.Json["accessJwt"]?.ToString();
        ApiAnswer posts = await _api.CallAsync(
            at, HttpMethod.Get,
            $"/xrpc/com.atproto.repo.listRecords?repo={Uri.EscapeDataString(account)}&collection={Collection}&limit=100",
            null, null, cancellationToken).ConfigureAwait(false);
        Learn(posts.Json?["records"] as JsonArray ?? []);
        _account = account;
    }

    /// <summary>Notes the latest post of each article that is linked to.</summary>
    private void Learn(JsonArray posts)
    {
        foreach (JsonNode? post in posts)
        {
            JsonNode? root = post?["value"]?["reply"]?["root"];
            BlueskyPost? parent = root?["uri"]?.ToString() is { } uri && root["cid"]?.ToString() is { } cid
                ? new BlueskyPost(uri, cid, uri, cid)
                : null;
            foreach (Uri link in LinksOf(post))
            {
                if (_threads.Find(link) is null && PostOf(post, parent) is { } known)
                {
                    _threads.Note(link, known);
                }
            }
        }
    }

    private static IEnumerable<Uri> LinksOf(JsonNode? post) =>
        from facet in post?["value"]?["facets"] as JsonArray ?? []
        from feature in facet?["features"] as JsonArray ?? []
        let url = Uri.TryCreate(feature?["uri"]?.ToString(), UriKind.Absolute, out Uri? parsed) ? parsed : null
        where url is not null
        select url;
}
