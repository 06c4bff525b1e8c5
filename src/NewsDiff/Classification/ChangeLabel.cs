namespace NewsDiff.Classification;

/// <summary>One class of a change, and where it was found.</summary>
public sealed record ChangeLabel
{
    /// <summary>The row of the headline.</summary>
    public const int HeadlineRow = -1;

    /// <summary>The class.</summary>
    public required ChangeClass Class { get; init; }

    /// <summary>Why, for people, such as <c>14 → 28</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The index in <see cref="ArticleDiff.Paragraphs"/>; null for the whole article.</summary>
    /// <remarks>The headline is <see cref="HeadlineRow"/>.</remarks>
    public int? Row { get; init; }

    /// <summary>The place in the row's old text, in UTF-16 code units.</summary>
    public Range OldRange { get; init; }

    /// <summary>The place in the row's new text, in UTF-16 code units.</summary>
    public Range NewRange { get; init; }
}
