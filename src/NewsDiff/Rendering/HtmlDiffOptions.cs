using NewsDiff.Rendering.Html;

namespace NewsDiff.Rendering;

/// <summary>The options of comparisons in HTML.</summary>
/// <remarks>Equality compares functions by reference.</remarks>
public sealed record HtmlDiffOptions
{
    /// <summary>The layout. The default is <see cref="HtmlDiffLayout.SideBySide"/>.</summary>
    public HtmlDiffLayout Layout { get; init; } = HtmlDiffLayout.SideBySide;

    /// <summary>Writes a <c>style</c> element before the comparison. The default is true.</summary>
    /// <remarks>
    /// A page with several comparisons should contain <see cref="HtmlDiffRenderer.GetStyles"/> once instead.
    /// </remarks>
    public bool IncludeStyles { get; init; } = true;

    /// <summary>The beginning of every class name. The default is <c>nd-</c>.</summary>
    /// <remarks>An ASCII letter, then letters, digits, <c>-</c> or <c>_</c>.</remarks>
    public string ClassPrefix { get; init; } = "nd-";

    /// <summary>The beginning of the rows' ids. The default is empty: <c>p1</c>, <c>p2</c> …</summary>
    /// <remarks>
    /// It is empty, or has the form of <see cref="ClassPrefix"/>. Give each comparison on a page its own.
    /// </remarks>
    public string IdPrefix { get; init; } = "";

    /// <summary>The heading of the old side. The default is "Before".</summary>
    public string OldHeading { get; init; } = "Before";

    /// <summary>The heading of the new side. The default is "After".</summary>
    public string NewHeading { get; init; } = "After";

    /// <summary>A second line under the old heading; null for none. The default is null.</summary>
    public string? OldNote { get; init; }

    /// <summary>A second line under the new heading; null for none. The default is null.</summary>
    public string? NewNote { get; init; }

    /// <summary>The target of the old heading; null for no link. The default is null.</summary>
    /// <remarks>It is relative, or an address of the web.</remarks>
    public Uri? OldLink { get; init; }

    /// <summary>The target of the new heading; null for no link. The default is null.</summary>
    /// <remarks>It is relative, or an address of the web.</remarks>
    public Uri? NewLink { get; init; }

    /// <summary>How many unchanged rows to show beside a change; null, the default, for all.</summary>
    /// <remarks>
    /// The other rows are folded and counted, as is an unchanged headline; a reader can open them without script. Each
    /// change then links to the next one.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Context { get; init => field = OptionRange.CheckIfAny(value); }

    /// <summary>The language of <see cref="Translate"/>, such as <c>de</c>. The default is <c>en</c>.</summary>
    /// <exception cref="ArgumentException">The value is not a language tag.</exception>
    public string Language
    {
        get;
        init => field = OptionRange.Check(value, HtmlText.IsLanguage(value), "be a language tag such as 'de'");
    } = "en";

    /// <summary>
    /// Translates the renderer's own words, such as <c>Moved to row {0}</c>; null leaves them English.
    /// </summary>
    /// <remarks>
    /// The default is null. The number, if any, chooses the plural form, as in <c>{0} unchanged paragraphs</c>. The
    /// translation must keep places such as <c>{0}</c>.
    /// </remarks>
    public Func<string, int?, string>? Translate { get; init; }
}
