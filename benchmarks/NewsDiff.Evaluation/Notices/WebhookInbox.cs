using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsDiff.Notifications;
using NewsDiff.Notifications.Webhooks;

namespace NewsDiff.Evaluation.Notices;

/// <summary>A webhook that takes our own JSON.</summary>
internal sealed class WebhookInbox : HttpInbox
{
    internal override string Name => "webhook";

    internal override void AddTo(NotificationOptions options, NotificationFilter filter) => options.AddWebhook(
        new WebhookOptions
        {
            Name = Name,
            Url = Url,
            Timeout = TimeSpan.FromSeconds(5),
            Patience = TimeSpan.FromDays(100),
        },
        filter);

    protected override JsonNode Answer(HttpRequest request, JsonNode? body)
    {
        (string article, int version) = ComparisonIn($"{body!["comparison"]}");
        Note($"{request.Headers["webhook-id"]}", article, version);
        return new JsonObject();
    }
}
