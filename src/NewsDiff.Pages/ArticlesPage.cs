using System.Collections.Immutable;

using NewsDiff.Pages.Texts;

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

    /// <summary>The number of articles before the first of <see cref="Entries"/>; null when unknown.</summary>
    /// <remarks>The default is null.</remarks>
    public int? Passed { get; init; }

    /// <summary>The number of all articles; null when unknown. The default is null.</summary>
    public int? Total { get; init; }

    /// <summary>Whether there are more than <see cref="Total"/>. The default is false.</summary>
    public bool HasMoreThanTotal { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Articles(Before);

    /// <inheritdoc/>
    public override string Title => Before is null ? "Articles" : "Older articles";

    internal override string TitleIn(PageTexts texts) => texts[Title];

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["Articles"]}</h1>\n");
        if (Entries.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["No article is here."]}</p>\n");
            return;
        }

        WriteRange(html);
        html.BeginTable(
            "list flow", "Articles that are followed, the latest first", "Headline", "Source", "First seen", "Changes");
        foreach (ArticleEntry entry in Entries)
        {
            WriteEntry(html, entry);
        }

        html.Raw("</tbody>\n</table>\n");
        html.Parts(
            Before is null ? null : PageAddress.Articles(), Older is null ? null : PageAddress.Articles(Older));
    }

    /// <summary>Says which of how many articles are shown: "51–100 of 4,000".</summary>
    private void WriteRange(PageHtml html)
    {
        if (Passed is not { } passed || Total is not { } total)
        {
            return;
        }

        // Articles that were added since the first part was read shift the others.
        int last = passed + Entries.Length;
        html.Raw("<p class=\"tally\">");
        html.Say(
            !HasMoreThanTotal ? "{0}–{1} of {2}" : last <= total ? "{0}–{1} of more than {2}" : "{0}–{1}",
            html.Texts.Number(passed + 1),
            html.Texts.Number(last),
            html.Texts.Number(Math.Max(last, total)));
        html.Raw("</p>\n");
    }

    private static void WriteEntry(PageHtml html, ArticleEntry entry)
    {
        ArticleVersion latest = entry.Latest;
        string title = latest.HasText && !string.IsNullOrWhiteSpace(latest.Article.Title)
            ? latest.Article.Title
            : html.Texts["An article without a headline"];
        html.Raw("<tr><th scope=\"row\" class=\"name\">");
        html.ForeignLink(PageAddress.Article(latest.ArticleId), title, latest.Article.Language);
        html.Raw("</th><td>");
        html.Source(entry.Source ?? latest.Host, latest.Host);
        html.Raw($"</td><td class=\"when\" data-name=\"{html.Texts["First seen"]}\">");
        html.Time(entry.FirstSeenAt);
        html.Raw("</td><td class=\"counts\">");
        html.Text(ArticleFactsSection.ChangesOf(html.Texts, latest.Number));
        if (latest.Number > 1)
        {
            html.Raw($"<span class=\"quiet\">{html.Texts["last"]} ");
            html.Time(latest.SeenAt);
            html.Raw("</span>");
        }

        html.Raw("</td></tr>\n");
    }
}
