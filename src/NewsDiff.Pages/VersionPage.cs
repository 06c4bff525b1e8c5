namespace NewsDiff.Pages;

/// <summary>The text of one version.</summary>
public sealed record VersionPage : Page
{
    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>The version.</summary>
    public required ArticleVersion Version { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Version(Version.ArticleId, Version.Number);

    /// <inheritdoc/>
    public override string Title => $"{Version.Article.Title} (version {PageHtml.Number(Version.Number)})";

    // What was said before is kept for comparison, not to compete with what the publisher says now.
    internal override bool IsUnlisted => true;

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Text($"Version {PageHtml.Number(Version.Number)} of {PageHtml.Number(Facts.VersionCount)}, seen ");
        html.Time(Version.SeenAt);
        html.Raw(" · ");
        html.Link(PageAddress.Article(Version.ArticleId), "All versions of this article");
        if (Version.Number > 1)
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Comparison(Version.ArticleId, Version.Number - 1, Version.Number), "What was changed");
        }

        html.Raw("</p>\n<article class=\"text\">\n");
        html.Foreign("h1", Version.Article.Title, Version.Article.Language);
        html.Raw("\n");
        foreach (Paragraph paragraph in Version.Article.Paragraphs)
        {
            html.Foreign(paragraph.Kind switch
            {
                ParagraphKind.Heading => "h2",
                ParagraphKind.Quote => "blockquote",
                ParagraphKind.Preformatted => "pre",
                _ => "p",
            }, paragraph.Text, Version.Article.Language,
            paragraph.Kind == ParagraphKind.ListItem ? "class=\"item\"" : "");
            html.Raw("\n");
        }

        html.Raw("</article>\n");
        ArticleFactsSection.Write(html, Facts);
    }
}
