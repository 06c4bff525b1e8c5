namespace NewsDiff.Research;

/// <summary>How alike sentences must be.</summary>
public sealed record SentenceAlignmentOptions
{
    /// <summary>The defaults.</summary>
    public static SentenceAlignmentOptions Default { get; } = new();

    /// <summary>The smallest likeness of linked sentences in order, 0 to 1. The default is 0.25.</summary>
    /// <remarks>
    /// Likeness is the mean of <see cref="SentenceLink.OldShare"/> and <see cref="SentenceLink.NewShare"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a share.</exception>
    public double MinLikeness
    {
        get;
        init => field = Share(value);
    }
    = 0.25;

    /// <summary>The smallest likeness of sentences linked out of order. The default is 0.5.</summary>
    /// <remarks>
    /// Neighbours of such sentences may be less alike, when they moved together: their mean likeness is at least that
    /// between this and <see cref="MinLikeness"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a share.</exception>
    public double MinMovedLikeness
    {
        get;
        init => field = Share(value);
    }
    = 0.5;

    private static double Share(double value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
        return value;
    }
}
