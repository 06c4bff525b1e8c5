using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Rendering;

namespace NewsDiff.Pages;

/// <summary>Two versions of an article side by side.</summary>
public sealed record ComparisonPage : Page
{
    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>The two versions; they need not be neighbours.</summary>
    public required ArticleChange Change { get; init; }

    /// <summary>The versions of the article whose text was erased; nothing links to them.</summary>
    /// <remarks>The default is empty.</remarks>
    public ImmutableHashSet<int> Erased { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override PageAddress Address =>
        PageAddress.Comparison(Change.ArticleId, Change.Before.Number, Change.After.Number);

    /// <inheritdoc/>
    public override string Title => string.Create(
        CultureInfo.InvariantCulture,
        $"{Change.After.Article.Title} (version {Change.Before.Number} to {Change.After.Number})");

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Link(PageAddress.Article(Change.ArticleId), "All versions of this article");
        html.Raw("</p>\n");
        html.Foreign("h1", Change.After.Article.Title, Change.After.Article.Language);
        html.Raw("\n");
        ArticleFactsSection.Write(html, Facts);
        ComparisonPager.Write(html, this);
        html.Raw("<p class=\"tally\">");
        Tally.Write(html, Change.Diff);
        html.Raw("</p>\n");
        ClassList.Write(html, Change);
        new HtmlDiffRenderer(new HtmlDiffOptions
        {
            IncludeStyles = false,
            OldHeading = $"Version {PageHtml.Number(Change.Before.Number)}",
            OldNote = PageHtml.Clock(Change.Before.SeenAt),
            NewHeading = $"Version {PageHtml.Number(Change.After.Number)}",
            NewNote =
                $"{PageHtml.Clock(Change.After.SeenAt)}, {RelativeTime.Later(Change.Before.SeenAt, Change.After.SeenAt)}",
        }).Render(Change.Diff, html.Writer);
    }
}
