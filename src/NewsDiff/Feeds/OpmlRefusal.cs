namespace NewsDiff.Feeds;

/// <summary>An outline of a list of feeds that was not taken.</summary>
public sealed record OpmlRefusal
{
    /// <summary>The address as written.</summary>
    public required string Address { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Why, in a sentence for people.</summary>
    public required string Reason { get; init; }
}
