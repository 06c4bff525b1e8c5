using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>One stretch of a comparison: what happened, and where it stands in both texts.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="OldStart">Where it begins in the old text, in UTF-16 code units.</param>
/// <param name="OldLength">Its length in the old text; 0 for an insertion.</param>
/// <param name="NewStart">Where it begins in the new text, in UTF-16 code units.</param>
/// <param name="NewLength">Its length in the new text; 0 for a deletion.</param>
public readonly record struct DiffEdit(EditKind Kind, int OldStart, int OldLength, int NewStart, int NewLength)
{
    /// <summary>Its place in the old text, so that <c>oldText[edit.OldRange]</c> reads well.</summary>
    [JsonIgnore]
    public Range OldRange => OldStart..(OldStart + OldLength);

    /// <summary>Its place in the new text, so that <c>newText[edit.NewRange]</c> reads well.</summary>
    [JsonIgnore]
    public Range NewRange => NewStart..(NewStart + NewLength);
}
