namespace NewsDiff.Pages;

/// <summary>The options that all pages share.</summary>
public sealed record PageOptions
{
    /// <summary>The name of the site. The default is "NewsDiff".</summary>
    public string SiteName { get; init; } = "NewsDiff";

    /// <summary>
    /// Whether to link to <see cref="PageKind.StyleSheet"/> instead of writing a <c>style</c> element. The default is
    /// false.
    /// </summary>
    public bool LinkStyles { get; init; }

    /// <summary>Whether any two versions of an article have a comparison. The default is false.</summary>
    /// <remarks>A folder holds those of neighbours, and of the first with the latest.</remarks>
    public bool HasAllPairs { get; init; }
}
