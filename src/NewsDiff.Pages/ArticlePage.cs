using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>The history of one article: its versions as a chart and as a table.</summary>
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

    internal override string TitleIn(PageTexts texts) => LatestText is null ? texts[Title] : Title;

    /// <summary>The latest version that still has its text.</summary>
    private ArticleVersion? LatestText => History.Versions.LastOrDefault(static version => version.HasText);

    internal override void WriteBody(PageHtml html)
    {
        Article? current = LatestText?.WithMetadata(Events);
        FactsLine.Write(html, Facts, current);
        html.Foreign("h1", TitleIn(html.Texts), LatestText?.Article.Language);
        html.Raw("\n");
        VersionStrip.Write(html, History);
        if (History.Changes.Length > 0)
        {
            html.Raw("<p class=\"tally\">");
            html.Link(
                PageAddress.Origins(History.ArticleId, LatestText!.Number),
                html.Texts["Which version brought which words"]);
            html.Raw("</p>\n");
        }

        html.BeginTable("list versions", "Versions, the newest first", "Version", "Seen", "Headline", "Changed");
        int most = History.Changes.Select(ChangeBar.SizeOf).DefaultIfEmpty().Max();
        int next = History.Changes.Length - 1;
        for (int i = History.Versions.Length - 1; i >= 0; i--)
        {
            ArticleVersion version = History.Versions[i];
            if (next >= 0 && History.Changes[next].After == version)
            {
                WriteChange(html, History.Changes[next--], most);
            }
            else
            {
                WriteAlone(html, version);
            }
        }

        html.Raw("</tbody>\n</table>\n");
        EventList.Write(html, Events);
        html.Raw($"<h2>{html.Texts["Facts"]}</h2>\n");
        ArticleFactsSection.Write(html, Facts, current);
        WriteManaging(html);
    }

    private void WriteManaging(PageHtml html)
    {
        if (html.IsManaged)
        {
            html.Raw("<p>");
            html.Link(PageAddress.Manage($"articles/{Facts.ArticleId}"), html.Texts["Manage this article"]);
            html.Raw("</p>\n");
        }
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
            html.Say(version.IsHidden ? "Taken down" : "Text erased to save space");
            html.Raw("</span>");
        }

        WriteDoubt(html, version);
        html.Raw("</td><td></td></tr>\n");
    }

    private void WriteChange(PageHtml html, ArticleChange change, int most)
    {
        (int before, int after) = (change.Before.Number, change.After.Number);
        WriteVersion(html, change.After);
        html.Raw("<span class=\"quiet\">");
        html.Text(html.Texts.Later(change.Before.SeenAt, change.After.SeenAt));
        html.Raw("</span></td><td>");
        html.Marked("span", TextPieces.OfBoth(change.Diff.Title), change.After.Article.Language);
        html.Raw("<br>");
        html.Link(
            PageAddress.Comparison(change.ArticleId, before, after),
            html.Texts.Say("Compare {0} with {1}", PageHtml.Number(before), PageHtml.Number(after)));
        if (html.IsServed && LatestText is { } latest && latest.Number != after)
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Comparison(change.ArticleId, after, latest.Number),
                html.Texts.Say("{0} with the latest", PageHtml.Number(after)));
        }

        WriteDoubt(html, change.After);
        ClassList.Write(html, change);
        MetadataList.WriteSection(
            html, MetadataChange.Compute(change.Before.WithMetadata(Events), change.After.Article));
        html.Raw("</td><td class=\"counts\">");
        Tally.WriteCounts(html, change.Diff);
        ChangeBar.Write(html, change, most);
        html.Raw("</td></tr>\n");
    }

    private static void WriteVersion(PageHtml html, ArticleVersion version)
    {
        string number = PageHtml.Number(version.Number);
        html.Raw($"<tr><th scope=\"row\" data-name=\"{html.Texts["Version"]}\">");
        if (version.HasText)
        {
            html.Link(
                PageAddress.Version(version.ArticleId, version.Number), number,
                $"aria-label=\"{html.Texts.Say("Version {0}", number)}\"");
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
            html.Raw("<span class=\"quiet\">");
            html.Say("Uncertain: ");
            html.Sentence("span", doubt);
            html.Raw("</span>");
        }
    }
}
