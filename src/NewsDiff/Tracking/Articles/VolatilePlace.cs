namespace NewsDiff.Tracking.Articles;

/// <summary>A place in a text where the words seem to vary at every visit.</summary>
/// <remarks>Whole paragraphs may vary once a day, such as a quotation of the day.</remarks>
/// <param name="Before">The words before it.</param>
/// <param name="After">The words after it.</param>
internal sealed record VolatilePlace(string Before, string After)
{
    /// <summary>The number of changes after which a place is known to vary.</summary>
    private const int ChangesToLearn = 3;

    /// <summary>The number of visits with the same words after which a place no longer varies.</summary>
    /// <remarks>A number of victims may change three times in a row, and should soon count again.</remarks>
    private const int SightsToUnlearn = 4;

    /// <summary>How long paragraphs must stay the same until they no longer vary.</summary>
    private static readonly TimeSpan LongestStay = TimeSpan.FromDays(2);

    /// <summary>Whether it is whole paragraphs, each time with other words.</summary>
    public bool IsBlock { get; init; }

    /// <summary>When paragraphs last changed; null for a place within a paragraph.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The number of changes of which this place was the only one.</summary>
    public int Changes { get; init; }

    /// <summary>A hash of the words there at the last visit.</summary>
    public uint Said { get; init; }

    /// <summary>The number of visits in a row that found the same words.</summary>
    public int Still { get; init; }

    /// <summary>Whether the words there are ignored.</summary>
    public bool IsLearned => Changes >= ChangesToLearn;

    /// <summary>The place after a visit that read the text; null when it no longer varies.</summary>
    /// <param name="said">A hash of what is there; null when the place is missing.</param>
    /// <param name="now">The time of the visit.</param>
    public VolatilePlace? See(uint? said, DateTimeOffset now)
    {
        bool mayStay = now - ChangedAt < LongestStay;
        if (!IsLearned)
        {
            return mayStay ? this : Changes > 1 ? this with { Changes = Changes - 1 } : null;
        }

        bool isSame = said is null || said == Said;
        int still = isSame ? Math.Min(Still + 1, SightsToUnlearn) : 0;
        return still == SightsToUnlearn && !mayStay ? null : this with
        {
            Said = said ?? Said,
            Still = still,
            ChangedAt = isSame ? ChangedAt : At(now),
        };
    }

    /// <summary>The place after one more change.</summary>
    /// <param name="said">A hash of what is there now.</param>
    /// <param name="counts">Whether all that changed is known to vary.</param>
    /// <param name="now">The time of the visit.</param>
    public VolatilePlace Change(uint said, bool counts, DateTimeOffset now) =>
        this with { Changes = Changes + (counts ? 1 : 0), Said = said, Still = 0, ChangedAt = At(now) };

    private DateTimeOffset? At(DateTimeOffset now) => IsBlock ? now : null;
}
