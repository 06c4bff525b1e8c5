using System.Text.Json.Serialization;

namespace NewsDiff.Notifications.Mastodon;

/// <summary>Who sees a post.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MastodonVisibility>))]
public enum MastodonVisibility
{
    /// <summary>Everybody, also in public timelines.</summary>
    Public = 1,

    /// <summary>Everybody, but not in public timelines.</summary>
    Unlisted,

    /// <summary>Followers only.</summary>
    Private,
}
