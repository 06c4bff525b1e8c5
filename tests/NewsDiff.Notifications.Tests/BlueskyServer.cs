using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Notifications.Tests;

/// <summary>The documented API of Bluesky, on 127.0.0.1: sessions that end, and the records of one account.</summary>
internal sealed class BlueskyServer : IAsyncDisposable
{
    private LoopbackSite _site = null!;
    private string? _token;
    private int _sessions;
    private int _requests;

    public SortedDictionary<string, JsonObject> Posts { get; } = new(StringComparer.Ordinal);

    /// <summary>The uploaded pictures.</summary>
    public List<(byte[] Bytes, string? Type)> Blobs { get; } = [];

    /// <summary>The status of an upload.</summary>
    public int BlobStatus { get; set; } = 200;

    /// <summary>Decides whether the n-th post is answered with an error; 0 for no.</summary>
    public Func<int, int> Fault { get; set; } = static _ => 0;

    public Uri Url => _site.BaseUrl;

    public static async Task<BlueskyServer> StartAsync()
    {
        var server = new BlueskyServer { _site = await LoopbackSite.StartAsync() };
        server._site
            .Map("/xrpc/com.atproto.server.createSession", server.LogInAsync)
            .Map("/xrpc/com.atproto.repo.listRecords", server.ListAsync)
            .Map("/xrpc/com.atproto.repo.uploadBlob", server.UploadAsync)
            .Map("/xrpc/com.atproto.repo.putRecord", server.PutAsync);
        return server;
    }

    /// <summary>Ends the session, as a server does after some hours.</summary>
    public void EndSession() => _token = null;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task LogInAsync(HttpContext context)
    {
        JsonNode login = (await JsonNode.ParseAsync(context.Request.Body))!;
        if ($"{login["identifier"]}" != "diffs.example" || $"{login["password"]}" != "app-password")
        {
            await AnswerAsync(context, 401, new JsonObject { ["error"] = "AuthenticationRequired" });
            return;
        }

        _token = $"token-{++_sessions}";
        await AnswerAsync(context, 200, new JsonObject { ["did"] = "did:plc:diffs", ["accessJwt"] = _token });
    }

    private Task ListAsync(HttpContext context) => AnswerAsync(context, 200, new JsonObject
    {
        ["records"] = new JsonArray(
            [.. Posts.Reverse().Take(100).Select(post => RecordOf(post.Key, post.Value))]),
    });

    private async Task UploadAsync(HttpContext context)
    {
        if (_token is null || $"{context.Request.Headers.Authorization}" != $"Bearer {_token}")
        {
            await AnswerAsync(context, 400, new JsonObject { ["error"] = "ExpiredToken" });
            return;
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        Blobs.Add((bytes.ToArray(), context.Request.ContentType));
        await AnswerAsync(context, BlobStatus, BlobStatus == 200
            ? new JsonObject
            {
                ["blob"] = new JsonObject
                {
                    ["$type"] = "blob",
                    ["ref"] = new JsonObject { ["$link"] = $"bafy{Blobs.Count}" },
                    ["mimeType"] = "image/png",
                    ["size"] = bytes.Length,
                },
            }
            : new JsonObject { ["error"] = "InvalidRequest", ["message"] = "Not this." });
    }

    private async Task PutAsync(HttpContext context)
    {
        int fault = Fault(++_requests);
        if (fault != 0)
        {
            await AnswerAsync(context, fault, new JsonObject { ["error"] = "Fault", ["message"] = "No." });
            return;
        }

        if (_token is null || $"{context.Request.Headers.Authorization}" != $"Bearer {_token}")
        {
            await AnswerAsync(context, 400, new JsonObject { ["error"] = "ExpiredToken" });
            return;
        }

        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
        string key = $"{body["rkey"]}";
        Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", key);
        Posts[key] = (JsonObject)body["record"]!.DeepClone();
        await AnswerAsync(context, 200, RecordOf(key, Posts[key]));
    }

    private static JsonObject RecordOf(string key, JsonObject value) => new()
    {
        ["uri"] = $"at://did:plc:diffs/app.bsky.feed.post/{key}",
        ["cid"] = $"cid-{key}",
        ["value"] = value.DeepClone(),
    };

    private static Task AnswerAsync(HttpContext context, int status, JsonNode json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }
}
