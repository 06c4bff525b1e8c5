using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>What happened to a stretch of text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditKind>))]
public enum EditKind
{
    /// <summary>It is in both texts, possibly in a form that folding makes equal.</summary>
    Equal = 1,

    /// <summary>It is only in the old text.</summary>
    Delete,

    /// <summary>It is only in the new text.</summary>
    Insert,
}
