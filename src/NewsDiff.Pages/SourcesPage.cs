using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The sites that articles come from, with what happened at each.</summary>
public sealed record SourcesPage : Page
{
    // More rows than anybody reads would make the page heavy; changes lead to the pages of all others.
    private const int MostSites = 100;

    private static readonly ImmutableArray<string> Kinds = ["new articles", "changes", "vanished or taken down"];

    /// <summary>The latest events of all articles, in any order. The default is empty.</summary>
    /// <remarks>The figures and pictures are made from them.</remarks>
    public ImmutableArray<ArticleEvent> Events { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether there are older events, which the figures leave out. The default is false.</summary>
    public bool HasOlder { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Sources;

    /// <inheritdoc/>
    public override string Title => "Sources";

    internal override string TitleIn(PageTexts texts) => texts[Title];

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["Sources"]}</h1>\n");
        if (Events.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["No article is here."]}</p>\n");
            return;
        }

        html.Raw("<p class=\"tally\">");
        html.Count(HasOlder ? "The latest {0} events" : "All {0} events", Events.Length);
        html.Raw("</p>\n");
        new ActivityTimeline(html, [.. Events.Select(happened => (happened.At, KindOf(happened)))], Kinds).Write();
        DateTimeOffset last = Events.Max(happened => happened.At);
        html.BeginTable(
            "list flow", "Sources, the most changes first", "Source", "New articles", "Changes", "Last event");
        foreach (IGrouping<string, ArticleEvent> site in Events
            .GroupBy(happened => happened.Host, StringComparer.Ordinal)
            .OrderByDescending(site => site.Count(happened => happened.Kind == ArticleEventKind.Changed))
            .ThenBy(site => site.Key, StringComparer.Ordinal)
            .Take(MostSites))
        {
            WriteSite(html, site.Key, [.. site], last);
        }

        html.Raw("</tbody>\n</table>\n");
    }

    private static void WriteSite(PageHtml html, string host, ImmutableArray<ArticleEvent> events, DateTimeOffset last)
    {
        html.Raw("<tr><th scope=\"row\" class=\"name\">");
        html.Source(host, host);
        html.Raw($"</th><td class=\"counts\" data-name=\"{html.Texts["New articles"]}\">");
        html.Text(html.Texts.Number(events.Count(happened => happened.Kind == ArticleEventKind.FirstSeen)));
        html.Raw($"</td><td class=\"counts\" data-name=\"{html.Texts["Changes"]}\">");
        ImmutableArray<DateTimeOffset> changes =
            [.. events.Where(happened => happened.Kind == ArticleEventKind.Changed).Select(happened => happened.At)];
        html.Text(html.Texts.Number(changes.Length));
        Sparkline.Write(html, changes, last);
        html.Raw($"</td><td class=\"when\" data-name=\"{html.Texts["Last event"]}\">");
        html.Time(events.Max(happened => happened.At));
        html.Raw("</td></tr>\n");
    }

    private static int KindOf(ArticleEvent happened) => happened.Kind switch
    {
        ArticleEventKind.FirstSeen => 0,
        ArticleEventKind.Changed => 1,
        _ => 2,
    };
}
