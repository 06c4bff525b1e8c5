using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Rendering;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>The history of one article: a table of its versions.</summary>
public sealed record ArticlePage : Page
{
    /// <summary>The facts about the article.</summary>
    public required ArticleFacts Facts { get; init; }

    /// <summary>Its versions.</summary>
    public required ArticleHistory History { get; init; }

    /// <summary>What happened to it, the oldest first. The default is empty.</summary>
    /// <remarks>Versions are in the table already; only the other events are listed.</remarks>
    public ImmutableArray<ArticleEvent> Events { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Article(History.ArticleId);

    /// <inheritdoc/>
    public override string Title => LatestText?.Article.Title ?? "An article without a text";

    /// <summary>The latest version that still has its text.</summary>
    private ArticleVersion? LatestText => History.Versions.LastOrDefault(static version => version.HasText);

    internal override void WriteBody(PageHtml html)
    {
        html.Foreign("h1", Title, LatestText?.Article.Language);
        html.Raw("\n");
        ArticleFactsSection.Write(html, Facts, LatestText?.WithMetadata(Events));
        html.Raw("<table class=\"list\">\n<caption>Versions</caption>\n<thead><tr><th scope=\"col\">Version</th>");
        html.Raw("<th scope=\"col\">Seen</th><th scope=\"col\">Headline</th>");
        html.Raw("<th scope=\"col\">Changed</th></tr></thead>\n<tbody>\n");
        int next = 0;
        foreach (ArticleVersion version in History.Versions)
        {
            if (next < History.Changes.Length && History.Changes[next].After == version)
            {
                WriteChange(html, History.Changes[next++]);
            }
            else
            {
                WriteAlone(html, version);
            }
        }

        html.Raw("</tbody>\n</table>\n");
        EventList.Write(html, Events);
    }

    /// <summary>Writes a version that nothing is compared with: the first, or one without its text.</summary>
    private static void WriteAlone(PageHtml html, ArticleVersion version)
    {
        WriteVersion(html, version);
        html.Raw("</td><td>");
        if (version.HasText)
        {
            html.Foreign("span", version.Article.Title, version.Article.Language);
        }
        else
        {
            html.Raw("<span class=\"quiet\">");
            html.Text(version.IsHidden ? "Taken down" : "Text erased to save space");
            html.Raw("</span>");
        }

        WriteDoubt(html, version);
        html.Raw("</td><td></td></tr>\n");
    }

    private static void WriteChange(PageHtml html, ArticleChange change)
    {
        WriteVersion(html, change.After);
        html.Raw("<span class=\"quiet\">");
        html.Text(RelativeTime.Later(change.Before.SeenAt, change.After.SeenAt));
        html.Raw("</span></td><td>");
        html.Marked("span", TextPieces.OfBoth(change.Diff.Title), change.After.Article.Language);
        html.Raw("<br>");
        html.Link(
            PageAddress.Comparison(change.ArticleId, change.Before.Number, change.After.Number),
            $"Compare {PageHtml.Number(change.Before.Number)} with {PageHtml.Number(change.After.Number)}");
        WriteDoubt(html, change.After);
        ClassList.Write(html, change);
        html.Raw("</td><td class=\"counts\">");
        Tally.WriteCounts(html, change.Diff);
        html.Raw("</td></tr>\n");
    }

    private static void WriteVersion(PageHtml html, ArticleVersion version)
    {
        string number = PageHtml.Number(version.Number);
        html.Raw("<tr><th scope=\"row\">");
        if (version.HasText)
        {
            html.Link(
                PageAddress.Version(version.ArticleId, version.Number), number, $"aria-label=\"Version {number}\"");
        }
        else
        {
            html.Text(number);
        }

        html.Raw("</th><td class=\"when\">");
        html.Time(version.SeenAt);
    }

    private static void WriteDoubt(PageHtml html, ArticleVersion version)
    {
        if (version.Doubt is { } doubt)
        {
            html.Raw("<span class=\"quiet\">Uncertain: ");
            html.Text(doubt);
            html.Raw("</span>");
        }
    }
}
