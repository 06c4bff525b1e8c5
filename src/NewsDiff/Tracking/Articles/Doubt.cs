namespace NewsDiff.Tracking.Articles;

/// <summary>A text that may be a reading error.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
internal sealed record Doubt(DoubtKind Kind, string Reason)
{
    /// <summary>Whether a second sight is not enough: a fault of the site may last for hours.</summary>
    public bool IsStrange => Kind >= DoubtKind.Another;

    /// <summary>Whether it is certainly not this article, however often it is seen.</summary>
    public bool IsOfAnother => Kind is DoubtKind.Shared or DoubtKind.Redirected;
}
