namespace NewsDiff.Pages;

/// <summary>What publishing a site into a folder did.</summary>
public sealed record PublishedSite
{
    /// <summary>The number of files of the site.</summary>
    public required int Files { get; init; }

    /// <summary>How many of them are new or changed.</summary>
    public required int Changed { get; init; }

    /// <summary>How many files of an earlier run were removed.</summary>
    public required int Removed { get; init; }
}
