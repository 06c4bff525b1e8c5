namespace NewsDiff.Tracking.Articles;

/// <summary>A text that may be a reading error.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
internal sealed record Doubt(DoubtKind Kind, string Reason)
{
    /// <summary>Whether a second sight does not suffice, because a fault of the site may last for hours.</summary>
    public bool IsStrange => Kind >= DoubtKind.Another;

    /// <summary>Whether the text is certainly not this article's, however often it is seen.</summary>
    public bool IsOfAnother => Kind is DoubtKind.Shared or DoubtKind.Redirected;
}
