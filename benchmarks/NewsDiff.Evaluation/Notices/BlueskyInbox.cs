using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsDiff.Notifications;
using NewsDiff.Notifications.Bluesky;

namespace NewsDiff.Evaluation.Notices;

/// <summary>An account of Bluesky.</summary>
internal sealed class BlueskyInbox : HttpInbox
{
    internal override string Name => "Bluesky";

    internal override void AddTo(NotificationOptions options, NotificationFilter filter) => options.AddBluesky(
        new BlueskyOptions
        {
            Name = Name,
            Server = Url,
            Handle = "diffs.example",
            Password = "word",
            Patience = TimeSpan.FromDays(100),
        },
        filter);

    protected override JsonNode Answer(HttpRequest request, JsonNode? body)
    {
        switch (request.Path.Value)
        {
            case "/xrpc/com.atproto.server.createSession":
                return new JsonObject { ["did"] = "did:plc:diffs", ["accessJwt"] = "token" };
            case "/xrpc/com.atproto.repo.putRecord":
                string key = $"{body!["rkey"]}";
                (string article, int version) = ComparisonIn($"{body["record"]!["text"]}");
                Note(key, article, version);
                return new JsonObject { ["uri"] = $"at://did:plc:diffs/app.bsky.feed.post/{key}", ["cid"] = $"c{key}" };
            default:
                return new JsonObject { ["records"] = new JsonArray() };
        }
    }
}
