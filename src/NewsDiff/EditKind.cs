using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>The kinds of edits of a stretch of text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditKind>))]
public enum EditKind
{
    /// <summary>It is in both texts, perhaps in forms that folding makes equal.</summary>
    Equal = 1,

    /// <summary>It is only in the old text.</summary>
    Delete,

    /// <summary>It is only in the new text.</summary>
    Insert,
}
