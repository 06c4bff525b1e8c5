using System.Collections.Immutable;

namespace NewsDiff.Pages;

/// <summary>The followed articles, changed or not.</summary>
public sealed record ArticlesPage : Page
{
    /// <summary>The articles, the latest first. The default is empty.</summary>
    public ImmutableArray<ArticleEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The place that the entries come before; null for the newest. The default is null.</summary>
    public string? Before { get; init; }

    /// <summary>The place where the next page begins. The default is null: nothing is older.</summary>
    public string? Older { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Articles(Before);

    /// <inheritdoc/>
    public override string Title => Before is null ? "Articles" : "Older articles";

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<h1>Articles</h1>\n");
        if (Entries.IsEmpty)
        {
            html.Raw("<p class=\"quiet\">No article is here.</p>\n");
            return;
        }

        html.Raw("<table class=\"list flow\">\n<caption>Articles that are followed, the latest first</caption>\n<thead><tr>");
        html.Raw("<th scope=\"col\">Headline</th><th scope=\"col\">Source</th><th scope=\"col\">First seen</th>");
        html.Raw("<th scope=\"col\">Changes</th></tr></thead>\n<tbody>\n");
        foreach (ArticleEntry entry in Entries)
        {
            WriteEntry(html, entry);
        }

        html.Raw("</tbody>\n</table>\n<nav class=\"pager\" aria-label=\"Parts\"><ul>");
        html.PartLink(PageAddress.Articles(), "‹ Newest", Before is not null);
        html.PartLink(PageAddress.Articles(Older), "Older ›", Older is not null);
        html.Raw("</ul></nav>\n");
    }

    private static void WriteEntry(PageHtml html, ArticleEntry entry)
    {
        ArticleVersion latest = entry.Latest;
        string title = latest.HasText && !string.IsNullOrWhiteSpace(latest.Article.Title)
            ? latest.Article.Title
            : "An article without a headline";
        html.Raw("<tr><th scope=\"row\" class=\"name\">");
        html.ForeignLink(PageAddress.Article(latest.ArticleId), title, latest.Article.Language);
        html.Raw("</th><td>");
        html.Element("span", entry.Source ?? latest.Host, "dir=\"auto\"");
        html.Raw("</td><td class=\"when\">");
        html.Time(entry.FirstSeenAt);
        html.Raw("</td><td class=\"counts\">");
        html.Text(ArticleFactsSection.ChangesOf(latest.Number));
        if (latest.Number > 1)
        {
            html.Raw("<span class=\"quiet\">last ");
            html.Time(latest.SeenAt);
            html.Raw("</span>");
        }

        html.Raw("</td></tr>\n");
    }
}
