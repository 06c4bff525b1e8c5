using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>The outcomes of a check of an article or feed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckKind>))]
public enum CheckKind
{
    /// <summary>The article was seen for the first time; its first version was stored.</summary>
    FirstSeen = 1,

    /// <summary>The text is the same as before.</summary>
    Unchanged,

    /// <summary>The text is different; a new version was stored.</summary>
    Changed,

    /// <summary>It is no longer at its address (404, 410 or 451).</summary>
    Vanished,

    /// <summary>It had vanished and is back, with the same text as before.</summary>
    Returned,

    /// <summary>The check failed; status and reason say why. Nothing was stored.</summary>
    Failed,

    /// <summary>A feed was read.</summary>
    FeedRead,

    /// <summary>It turned out to be an article that is already followed; they are merged.</summary>
    Merged,

    /// <summary>The page alternates between texts that are versions already; nothing was stored.</summary>
    Oscillating,

    /// <summary>The day's requests are used up: it stays due, and is visited the next day.</summary>
    Postponed,
}
