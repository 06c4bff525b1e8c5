namespace NewsDiff.Feeds;

/// <summary>A feed in a list of feeds.</summary>
public sealed record OpmlFeed
{
    /// <summary>The feed's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The page it belongs to, or null.</summary>
    public Uri? Link { get; init; }

    /// <summary>The folder it is in, such as <c>News/Local</c>; or null.</summary>
    public string? Folder { get; init; }

    /// <summary>The source of its articles, if NewsDiff wrote one; otherwise null.</summary>
    public string? Source { get; init; }

    /// <summary>The filter of its entries, if NewsDiff wrote one; null for all entries.</summary>
    public EntryFilter? Filter { get; init; }
}
