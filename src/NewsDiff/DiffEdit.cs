using System.Text.Json.Serialization;

namespace NewsDiff;

/// <summary>One stretch of a comparison: its kind, and its place in both texts.</summary>
public readonly record struct DiffEdit
{
    /// <summary>Makes an edit.</summary>
    /// <param name="kind">The kind of the edit.</param>
    /// <param name="oldStart">Where it begins in the old text, in UTF-16 code units.</param>
    /// <param name="oldLength">Its length in the old text; 0 for an insertion.</param>
    /// <param name="newStart">Where it begins in the new text, in UTF-16 code units.</param>
    /// <param name="newLength">Its length in the new text; 0 for a deletion.</param>
    public DiffEdit(EditKind kind, int oldStart, int oldLength, int newStart, int newLength)
    {
        Kind = kind;
        OldStart = oldStart;
        OldLength = oldLength;
        NewStart = newStart;
        NewLength = newLength;
    }

    /// <summary>The kind of the edit.</summary>
    public EditKind Kind { get; init; }

    /// <summary>Where it begins in the old text, in UTF-16 code units.</summary>
    public int OldStart { get; init; }

    /// <summary>Its length in the old text; 0 for an insertion.</summary>
    public int OldLength { get; init; }

    /// <summary>Where it begins in the new text, in UTF-16 code units.</summary>
    public int NewStart { get; init; }

    /// <summary>Its length in the new text; 0 for a deletion.</summary>
    public int NewLength { get; init; }

    /// <summary>Its range in the old text, for <c>oldText[edit.OldRange]</c>.</summary>
    [JsonIgnore]
    public Range OldRange => OldStart..(OldStart + OldLength);

    /// <summary>Its range in the new text, for <c>newText[edit.NewRange]</c>.</summary>
    [JsonIgnore]
    public Range NewRange => NewStart..(NewStart + NewLength);

    /// <summary>The edit in one line, such as <c>Delete 5..9 at 5..5</c>.</summary>
    /// <returns>The kind, the place in the old text, and the place in the new text.</returns>
    public override string ToString() => $"{Kind} {OldRange} at {NewRange}";
}
