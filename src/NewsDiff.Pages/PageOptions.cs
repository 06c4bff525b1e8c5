namespace NewsDiff.Pages;

/// <summary>What all pages share.</summary>
public sealed record PageOptions
{
    /// <summary>The name of the site. The default is "NewsDiff".</summary>
    public string SiteName { get; init; } = "NewsDiff";

    /// <summary>
    /// Links to <see cref="PageKind.StyleSheet"/> rather than writing a <c>style</c>. The default is false.
    /// </summary>
    public bool LinkStyles { get; init; }
}
