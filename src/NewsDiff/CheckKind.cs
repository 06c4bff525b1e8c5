using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>What a check of an article or feed found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckKind>))]
public enum CheckKind
{
    /// <summary>The article was seen for the first time and its first version stored.</summary>
    FirstSeen = 1,

    /// <summary>It says what it said before.</summary>
    Unchanged,

    /// <summary>It says something else; a new version was stored.</summary>
    Changed,

    /// <summary>It is not where it was (404, 410 or 451).</summary>
    Vanished,

    /// <summary>It had vanished and is back, saying what it said before.</summary>
    Returned,

    /// <summary>The check did not succeed; status and reason say why. Nothing was stored.</summary>
    Failed,

    /// <summary>A feed was read.</summary>
    FeedRead,

    /// <summary>It turned out to be an article that is already followed; they are merged.</summary>
    Merged,
}
