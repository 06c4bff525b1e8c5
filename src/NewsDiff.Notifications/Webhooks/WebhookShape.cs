using System.Text.Json.Serialization;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>The form of a webhook's body.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookShape>))]
public enum WebhookShape
{
    /// <summary>JSON with every value of the <see cref="Notification"/>.</summary>
    NewsDiff = 1,

    /// <summary>An incoming webhook of Slack, Mattermost or Rocket.Chat.</summary>
    Slack,

    /// <summary>A webhook of Discord.</summary>
    Discord,

    /// <summary>A workflow of Microsoft Teams, with an adaptive card.</summary>
    Teams,

    /// <summary>An Apprise server, which passes it on to one of its hundred services.</summary>
    Apprise,
}
