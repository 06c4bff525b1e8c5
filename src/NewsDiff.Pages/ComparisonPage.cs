using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering;

namespace NewsDiff.Pages;

/// <summary>Two versions of an article side by side.</summary>
public sealed record ComparisonPage : Page
{
    // One paragraph of context on each side shows where in the text a change is.
    private const int ContextRows = 1;

    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>The two versions; they need not be neighbours.</summary>
    public required ArticleChange Change { get; init; }

    /// <summary>The versions of the article whose text was erased; nothing links to them.</summary>
    /// <remarks>The default is empty.</remarks>
    public ImmutableHashSet<int> Erased { get; init => field = value ?? []; } = [];

    /// <summary>Whether it is one text, not two columns. The default is false.</summary>
    /// <remarks>On narrow screens it is always one text.</remarks>
    public bool IsInline { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => AddressOf(Change.Before.Number, Change.After.Number);

    /// <inheritdoc/>
    public override string Title => string.Create(
        CultureInfo.InvariantCulture,
        $"{Change.After.Article.Title} (version {Change.Before.Number} to {Change.After.Number})");

    internal override string TitleIn(PageTexts texts) => texts.Say(
        "{2} (version {0} to {1})",
        PageHtml.Number(Change.Before.Number),
        PageHtml.Number(Change.After.Number),
        Change.After.Article.Title);

    /// <summary>The address of another comparison of the article, in the same layout.</summary>
    internal PageAddress AddressOf(int oldNumber, int newNumber) =>
        PageAddress.Comparison(Change.ArticleId, oldNumber, newNumber, IsInline);

    internal override void WriteBody(PageHtml html)
    {
        FactsLine.Write(html, this);
        html.Foreign("h1", Change.After.Article.Title, Change.After.Article.Language, "class=\"small\"");
        html.Raw("\n");
        ComparisonPager.Write(html, this);
        html.Raw("<p class=\"tally\">");
        Tally.Write(html, Change.Diff);
        html.Raw("<span class=\"layout\"> · ");
        html.Link(
            PageAddress.Comparison(Change.ArticleId, Change.Before.Number, Change.After.Number, !IsInline),
            html.Texts[IsInline ? "Side by side" : "As one text"]);
        html.Raw("</span></p>\n");
        ClassList.Write(html, Change);
        MetadataList.WriteSection(html, MetadataChange.Compute(Change.Before.Article, Change.After.Article));
        WriteComparison(html);
        VersionChooser.Write(html, this);
        ArticleFactsSection.Write(html, Facts);
    }

    private void WriteComparison(PageHtml html) => new HtmlDiffRenderer(new HtmlDiffOptions
    {
        IncludeStyles = false,
        Layout = IsInline ? HtmlDiffLayout.Inline : HtmlDiffLayout.Adaptive,
        Context = ContextRows,
        Language = html.Texts.Language,
        Translate = html.Texts.Form,
        OldHeading = html.Texts.Say("Version {0}", PageHtml.Number(Change.Before.Number)),
        OldNote = html.Texts.Clock(Change.Before.SeenAt),
        OldLink = html.AddressOf(PageAddress.Version(Change.ArticleId, Change.Before.Number)),
        NewHeading = html.Texts.Say("Version {0}", PageHtml.Number(Change.After.Number)),
        NewNote = html.Texts.Say(
            "{0}, {1}",
            html.Texts.Clock(Change.After.SeenAt),
            html.Texts.Later(Change.Before.SeenAt, Change.After.SeenAt)),
        NewLink = html.AddressOf(PageAddress.Version(Change.ArticleId, Change.After.Number)),
    }).Render(Change.Diff, html.Writer);
}
