namespace NewsDiff.Feeds;

/// <summary>A refused outline of a list of feeds.</summary>
public sealed record OpmlRefusal
{
    /// <summary>The address as written.</summary>
    public required string Address { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The reason, in a sentence for people.</summary>
    public required string Reason { get; init; }
}
