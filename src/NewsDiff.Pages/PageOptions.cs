using NewsDiff.Pages.Texts;

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

    /// <summary>The language of the pages' own words; articles keep theirs. The default is <c>en</c>.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="PageRenderer.Languages"/>.</exception>
    public string Language
    {
        get;
        init => field = OptionRange.Check(
            value,
            value is not null && PageTexts.Languages.Contains(value),
            $"be one of {string.Join(", ", PageTexts.Languages)}");
    } = "en";

    /// <summary>The pictures that comparisons name for sharing; null for none.</summary>
    /// <remarks>
    /// The default is null. They are at addresses of <see cref="PageKind.Card"/>, and need <see cref="PublicUrl"/>.
    /// </remarks>
    public IChangePictures? Pictures { get; init; }

    /// <summary>The address of the front page, ending in a slash; null when unknown.</summary>
    /// <remarks>The default is null.</remarks>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? PublicUrl
    {
        get;
        init => field = OptionRange.Check(value, value is null or { IsAbsoluteUri: true }, "be absolute");
    }

    /// <summary>Whether pages link to a search. The default is false.</summary>
    /// <remarks>
    /// A server answers it from its store. A <see cref="SitePublisher"/> writes an index and a script.
    /// </remarks>
    public bool HasSearch { get; init; }

    /// <summary>Whether pages are made when they are asked for. The default is false.</summary>
    /// <remarks>
    /// A folder holds the comparisons of neighbours, and of the first version with the latest; a server also has those
    /// of any two versions, and lists by filter. Only existing pages are linked to.
    /// </remarks>
    public bool IsServed { get; init; }

    /// <summary>Whether pages link to those of a <see cref="ManageDesk"/>. The default is false.</summary>
    public bool IsManaged { get; init; }
}
