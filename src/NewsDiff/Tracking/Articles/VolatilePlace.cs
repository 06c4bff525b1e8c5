namespace NewsDiff.Tracking.Articles;

/// <summary>A place in a text where the words seem to vary at every visit.</summary>
/// <param name="Before">The words before it.</param>
/// <param name="After">The words after it.</param>
internal sealed record VolatilePlace(string Before, string After)
{
    /// <summary>The number of changes after which a place is known to vary.</summary>
    private const int ChangesToLearn = 3;

    /// <summary>The number of visits with the same words after which a place no longer varies.</summary>
    /// <remarks>A number of victims may change three times in a row, and should soon count again.</remarks>
    private const int SightsToUnlearn = 4;

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
    public VolatilePlace? See(uint? said)
    {
        if (!IsLearned)
        {
            return Changes > 1 ? this with { Changes = Changes - 1 } : null;
        }

        int still = said is null || said == Said ? Still + 1 : 0;
        return still >= SightsToUnlearn ? null : this with { Said = said ?? Said, Still = still };
    }
}
