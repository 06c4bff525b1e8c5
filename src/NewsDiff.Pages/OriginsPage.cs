using NewsDiff.Pages.Texts;
using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>A version of an article, with the version that brought each of its words.</summary>
/// <remarks>The picture above the text shows how much of each version lasted (docs/provenance.md).</remarks>
public sealed record OriginsPage : Page
{
    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>Its versions.</summary>
    public required ArticleHistory History { get; init; }

    /// <summary>The number of the version whose text is shown; it must have one.</summary>
    public required int Number { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Origins(History.ArticleId, Number);

    /// <inheritdoc/>
    public override string Title => $"Which version brought which words: {Shown.Article.Title}";

    internal override string TitleIn(PageTexts texts) =>
        $"{texts["Which version brought which words"]}: {Shown.Article.Title}";

    // What was said before is kept for comparison, not to compete with what the publisher says now.
    internal override bool IsUnlisted => true;

    private ArticleVersion Shown => History.Versions.First(version => version.Number == Number);

    /// <summary>The first known version; its words may be older.</summary>
    private int First => History.Versions.First(version => version.HasText).Number;

    internal override void WriteBody(PageHtml html)
    {
        WordTracer tracer = History.Trace();
        TracedVersion traced = tracer.Find(Number)
            ?? throw new InvalidOperationException($"Version {PageHtml.Number(Number)} has no text.");
        string? language = Shown.Article.Language;
        html.Raw("<p class=\"eyebrow\">");
        html.Say("Version {0} of {1}, seen", PageHtml.Number(Number), PageHtml.Number(Facts.VersionCount));
        html.Raw(" ");
        html.Time(Shown.SeenAt);
        html.Raw(" · ");
        html.Link(PageAddress.Article(History.ArticleId), html.Texts["All versions of this article"]);
        html.Raw($"</p>\n<h1>{html.Texts["Which version brought which words"]}</h1>\n");
        HistoryFlow.Write(html, History, tracer);
        OriginLegend.Write(html, History, traced, First);
        html.Raw("<article class=\"text\">\n");
        var text = new OriginText(html, language, First);
        text.Write("h2", traced.Title);
        foreach ((TracedParagraph paragraph, Paragraph shown) in traced.Paragraphs.Zip(Shown.Article.Paragraphs))
        {
            text.Write(shown.Kind == ParagraphKind.Heading ? "h3" : "p", paragraph);
        }

        html.Raw("</article>\n");
    }
}
