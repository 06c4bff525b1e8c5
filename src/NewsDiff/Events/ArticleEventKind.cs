using System.Text.Json.Serialization;

namespace NewsDiff.Events;

/// <summary>What happened to an article.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArticleEventKind>))]
public enum ArticleEventKind
{
    /// <summary>Its first version was stored.</summary>
    FirstSeen = 1,

    /// <summary>A later version was stored.</summary>
    Changed,

    /// <summary>It is no longer at its address.</summary>
    Vanished,

    /// <summary>It had vanished and is back, with the same text.</summary>
    /// <remarks>If it is back with another text, that is a change.</remarks>
    Returned,

    /// <summary>It was merged into another article.</summary>
    Merged,

    /// <summary>One of its versions was taken down.</summary>
    Hidden,

    /// <summary>It alternates between texts that are all stored already.</summary>
    Oscillating,

    /// <summary>Its metadata changed; its text did not.</summary>
    MetadataChanged,

    /// <summary>Texts of some of its old versions were erased to save space.</summary>
    /// <remarks>The log keeps the event, but handlers are not called for it.</remarks>
    Pruned,
}
