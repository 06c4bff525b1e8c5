using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>A stretch of a paragraph that went to another place, and its own changes.</summary>
/// <remarks>Equality compares its words by reference.</remarks>
public sealed record DiffMove
{
    /// <summary>The index of the old paragraph, from 0.</summary>
    /// <remarks>In a comparison of texts it is 0.</remarks>
    public int OldParagraph { get; init; }

    /// <summary>Where it began in the old paragraph or text, in UTF-16 code units.</summary>
    public required int OldStart { get; init; }

    /// <summary>Its length in the old paragraph or text.</summary>
    public required int OldLength { get; init; }

    /// <summary>The index of the new paragraph, from 0.</summary>
    /// <remarks>In a comparison of texts it is 0.</remarks>
    public int NewParagraph { get; init; }

    /// <summary>Where it begins in the new paragraph or text, in UTF-16 code units.</summary>
    public required int NewStart { get; init; }

    /// <summary>Its length in the new paragraph or text.</summary>
    public required int NewLength { get; init; }

    /// <summary>The words of the stretch, old against new.</summary>
    public required TextDiff Words { get; init; }

    /// <summary>Its range in the old paragraph or text.</summary>
    [JsonIgnore]
    public Range OldRange => OldStart..(OldStart + OldLength);

    /// <summary>Its range in the new paragraph or text.</summary>
    [JsonIgnore]
    public Range NewRange => NewStart..(NewStart + NewLength);
}
