namespace NewsDiff.Rendering;

/// <summary>How comparisons are written as HTML.</summary>
public sealed record HtmlDiffOptions
{
    /// <summary>The layout. The default is <see cref="HtmlDiffLayout.SideBySide"/>.</summary>
    public HtmlDiffLayout Layout { get; init; } = HtmlDiffLayout.SideBySide;

    /// <summary>Writes a <c>style</c> element before the comparison. The default is true.</summary>
    /// <remarks>
    /// A page that shows several comparisons brings <see cref="HtmlDiffRenderer.GetStyles"/> itself, once.
    /// </remarks>
    public bool IncludeStyles { get; init; } = true;

    /// <summary>What every class name begins with. The default is <c>nd-</c>.</summary>
    /// <remarks>An ASCII letter, then letters, digits, <c>-</c> or <c>_</c>.</remarks>
    public string ClassPrefix { get; init; } = "nd-";

    /// <summary>What the ids of rows begin with. The default is empty: <c>p1</c>, <c>p2</c> …</summary>
    /// <remarks>
    /// Empty, or as <see cref="ClassPrefix"/>; give one to each comparison of a page that shows several.
    /// </remarks>
    public string IdPrefix { get; init; } = "";

    /// <summary>The heading of the old side. The default is "Before".</summary>
    public string OldHeading { get; init; } = "Before";

    /// <summary>The heading of the new side. The default is "After".</summary>
    public string NewHeading { get; init; } = "After";

    /// <summary>A second line under the old heading. The default is null: none.</summary>
    public string? OldNote { get; init; }

    /// <summary>A second line under the new heading. The default is null: none.</summary>
    public string? NewNote { get; init; }
}
