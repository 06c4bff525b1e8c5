using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Notifications.Tests;

/// <summary>The documented API of Mastodon, on 127.0.0.1: one account, its posts, idempotency keys.</summary>
internal sealed class MastodonServer : IAsyncDisposable
{
    /// <summary>Stands for half an emoji in a post, which the writer of JSON refuses.</summary>
    public const string Half = "{half}";

    private readonly Dictionary<string, JsonObject> _byKey = [];
    private LoopbackSite _site = null!;
    private int _requests;

    public List<JsonObject> Posts { get; } = [];

    /// <summary>The uploaded pictures, with their descriptions.</summary>
    public List<(byte[] Bytes, string Type, string Description)> Media { get; } = [];

    /// <summary>The status of an upload; 202 is done after the number of looks in <see cref="Looks"/>.</summary>
    public int MediaStatus { get; set; } = 200;

    /// <summary>How often a converted picture is looked at in vain.</summary>
    public int Looks { get; set; }

    /// <summary>Decides whether the n-th post is answered with an error; 0 for no.</summary>
    public Func<int, HttpContext, int> Fault { get; set; } = static (_, _) => 0;

    public Uri Url => _site.BaseUrl;

    public static async Task<MastodonServer> StartAsync()
    {
        var server = new MastodonServer { _site = await LoopbackSite.StartAsync() };
        server._site
            .MapText("/api/v1/accounts/verify_credentials", """{"id":"7","acct":"diffs"}""", "application/json")
            .Map("/api/v1/accounts/7/statuses", server.ListAsync)
            .Map("/api/v1/statuses", server.PostAsync)
            .Map("/api/v2/media", server.UploadAsync)
            .Map("/api/v1/media/m1", server.LookAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task ListAsync(HttpContext context)
    {
        long before = long.TryParse(context.Request.Query["max_id"], out long id) ? id : long.MaxValue;
        int limit = int.Parse(context.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        IEnumerable<JsonNode?> posts = Posts.AsEnumerable().Reverse()
            .Where(post => long.Parse($"{post["id"]}", CultureInfo.InvariantCulture) < before)
            .Take(limit).Select(post => post.DeepClone());
        return AnswerAsync(context, 200, new JsonArray([.. posts]));
    }

    private async Task UploadAsync(HttpContext context)
    {
        Assert.Equal("Bearer token", $"{context.Request.Headers.Authorization}");
        IFormCollection form = await context.Request.ReadFormAsync();
        IFormFile file = Assert.Single(form.Files);
        Assert.Equal("file", file.Name);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        Media.Add((bytes.ToArray(), file.ContentType, $"{form["description"]}"));
        await AnswerAsync(context, MediaStatus, MediaStatus is 200 or 202
            ? new JsonObject { ["id"] = $"m{Media.Count}", ["type"] = "image" }
            : new JsonObject { ["error"] = "Not this." });
    }

    private Task LookAsync(HttpContext context) =>
        AnswerAsync(context, Looks-- > 0 ? 206 : 200, new JsonObject { ["id"] = "m1" });

    private async Task PostAsync(HttpContext context)
    {
        Assert.Equal("Bearer token", $"{context.Request.Headers.Authorization}");
        int fault = Fault(++_requests, context);
        if (fault != 0)
        {
            await AnswerAsync(context, fault, new JsonObject { ["error"] = "No." });
            return;
        }

        var wanted = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        string? parent = wanted["in_reply_to_id"]?.ToString();
        if (parent is not null && Posts.TrueForAll(post => $"{post["id"]}" != parent))
        {
            await AnswerAsync(context, 404, new JsonObject { ["error"] = "Record not found" });
            return;
        }

        string key = $"{context.Request.Headers["Idempotency-Key"]}";
        if (!_byKey.TryGetValue(key, out JsonObject? post))
        {
            string text = $"{wanted["status"]}";
            post = (JsonObject)wanted.DeepClone();
            post["id"] = (1000 + Posts.Count).ToString(CultureInfo.InvariantCulture);
            post["content"] = "<p>" + string.Join("<br>", text.Split('\n').Select(line =>
                line.StartsWith("http", StringComparison.Ordinal)
                    ? $"<a href=\"{WebUtility.HtmlEncode(line)}\">{WebUtility.HtmlEncode(line)}</a>"
                    : WebUtility.HtmlEncode(line))) + "</p>";
            _byKey[key] = post;
            Posts.Add(post);
        }

        await AnswerAsync(context, 200, post);
    }

    private static Task AnswerAsync(HttpContext context, int status, JsonNode json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString().Replace(Half, "\\ud83c", StringComparison.Ordinal));
    }
}
