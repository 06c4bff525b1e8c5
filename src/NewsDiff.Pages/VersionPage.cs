using System.Collections.Immutable;

using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The text of one version.</summary>
public sealed record VersionPage : Page
{
    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>The version.</summary>
    public required ArticleVersion Version { get; init; }

    /// <summary>The versions of the article whose text was erased; nothing links to them.</summary>
    /// <remarks>The default is empty.</remarks>
    public ImmutableHashSet<int> Erased { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Version(Version.ArticleId, Version.Number);

    /// <inheritdoc/>
    public override string Title => $"{Version.Article.Title} (version {PageHtml.Number(Version.Number)})";

    internal override string TitleIn(PageTexts texts) =>
        texts.Say("{1} (version {0})", PageHtml.Number(Version.Number), Version.Article.Title);

    // Old texts are kept for comparison; in search results they must not compete with the current one.
    internal override bool IsUnlisted => true;

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Say("Version {0} of {1}, seen", PageHtml.Number(Version.Number), PageHtml.Number(Facts.VersionCount));
        html.Raw(" ");
        html.Time(Version.SeenAt);
        html.Raw(" · ");
        html.Link(PageAddress.Article(Version.ArticleId), html.Texts["All versions of this article"]);
        html.Raw("</p>\n");
        WriteNeighbours(html);
        html.Raw("<article class=\"text\">\n");
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
        Provenance.Write(html, Facts, Version);
        ArticleFactsSection.Write(html, Facts);
    }

    /// <summary>Links to the versions before and after, and to the comparison with the one before.</summary>
    private void WriteNeighbours(PageHtml html)
    {
        int before = Nearest(-1);
        int after = Nearest(1);
        if (before < 1 && after > Facts.VersionCount)
        {
            return;
        }

        html.Raw($"<nav class=\"pager\" aria-label=\"{html.Texts["Versions"]}\"><ul>\n");
        WriteItem(
            html,
            before,
            PageAddress.Version(Version.ArticleId, before),
            html.Texts.Say("‹ Version {0}", PageHtml.Number(before)));
        WriteItem(
            html,
            before,
            PageAddress.Comparison(Version.ArticleId, before, Version.Number),
            html.Texts["What was changed"]);
        WriteItem(
            html,
            after,
            PageAddress.Version(Version.ArticleId, after),
            html.Texts.Say("Version {0} ›", PageHtml.Number(after)));
        html.Raw("</ul></nav>\n");
    }

    private void WriteItem(PageHtml html, int number, PageAddress target, string text)
    {
        if (number >= 1 && number <= Facts.VersionCount)
        {
            html.Raw("<li>");
            html.Link(target, text);
            html.Raw("</li>\n");
        }
    }

    /// <summary>The nearest version on one side with its text; an impossible number if there is none.</summary>
    private int Nearest(int step)
    {
        int number = Version.Number + step;
        while (Erased.Contains(number))
        {
            number += step;
        }

        return number;
    }
}
