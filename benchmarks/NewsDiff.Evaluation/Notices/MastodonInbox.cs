using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsDiff.Notifications;
using NewsDiff.Notifications.Mastodon;

namespace NewsDiff.Evaluation.Notices;

/// <summary>An account of Mastodon.</summary>
internal sealed class MastodonInbox : HttpInbox
{
    private int _posts;

    internal override string Name => "Mastodon";

    internal override void AddTo(NotificationOptions options, NotificationFilter filter) => options.AddMastodon(
        new MastodonOptions { Name = Name, Server = Url, Token = "token", Patience = TimeSpan.FromDays(100) }, filter);

    protected override JsonNode Answer(HttpRequest request, JsonNode? body)
    {
        switch (request.Path.Value)
        {
            case "/api/v1/accounts/verify_credentials":
                return new JsonObject { ["id"] = "7" };
            case "/api/v1/statuses":
                (string article, int version) = ComparisonIn($"{body!["status"]}");
                Note($"{request.Headers["Idempotency-Key"]}", article, version);
                return new JsonObject { ["id"] = $"{++_posts}" };
            default:
                return new JsonArray();
        }
    }
}
