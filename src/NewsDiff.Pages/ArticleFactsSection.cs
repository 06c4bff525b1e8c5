using NewsDiff.Pages.Texts;
using NewsDiff.Tracking;

namespace NewsDiff.Pages;

/// <summary>Writes what is known about an article, as a list of facts.</summary>
internal static class ArticleFactsSection
{
    /// <summary>Writes the facts.</summary>
    /// <param name="html">The page.</param>
    /// <param name="facts">The facts that the tracker knows.</param>
    /// <param name="current">The article with what it states now; null to leave that out.</param>
    internal static void Write(PageHtml html, ArticleFacts facts, Article? current = null)
    {
        html.Raw("<dl class=\"facts\">\n");
        WriteStated(html, "Authors", current is null ? null : string.Join(", ", current.Authors));
        WriteDate(html, "Published", current?.PublishedAt);
        WriteDate(html, "Modified", current?.ModifiedAt);
        WriteStated(html, "Section", current?.Section);
        html.Raw($"<div><dt>{html.Texts["Source"]}</dt><dd>");
        html.Text(facts.Source ?? facts.Url.IdnHost);
        html.Raw($"</dd></div>\n<div><dt>{html.Texts["First seen"]}</dt><dd>");
        html.Time(facts.FirstSeenAt);
        html.Raw($"</dd></div>\n<div><dt>{html.Texts["Changes"]}</dt><dd>");
        html.Text(ChangesOf(html.Texts, facts.VersionCount));
        html.Raw($"</dd></div>\n<div><dt>{html.Texts["Checks"]}</dt><dd>");
        WriteChecks(html, facts);
        html.Raw($"</dd></div>\n<div class=\"wide\"><dt>{html.Texts["Original"]}</dt><dd>");
        html.WebLink(facts.Url, facts.Url.OriginalString);
        html.Raw($"</dd></div>\n<div><dt>{html.Texts["Feed of changes"]}</dt><dd>");
        html.Link(PageAddress.AtomFeed(facts.ArticleId), "Atom");
        html.Raw(" · ");
        html.Link(PageAddress.RssFeed(facts.ArticleId), "RSS");
        html.Raw(" · ");
        html.Link(PageAddress.JsonFeed(facts.ArticleId), "JSON");
        html.Raw("</dd></div>\n</dl>\n");
    }

    internal static string ChangesOf(PageTexts texts, int versions) => versions switch
    {
        <= 1 => texts["Not changed since first seen"],
        2 => texts["Changed once"],
        3 => texts["Changed twice"],
        _ => texts.Count("Changed {0} times", versions - 1),
    };

    /// <summary>Writes what the publisher states, if anything.</summary>
    private static void WriteStated(PageHtml html, string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        html.Raw($"<div><dt>{html.Texts[name]}</dt>");
        html.Element("dd", value, "dir=\"auto\"");
        html.Raw("</div>\n");
    }

    private static void WriteDate(PageHtml html, string name, ArticleDate? date)
    {
        if (date is { } stated)
        {
            html.Raw($"<div><dt>{html.Texts[name]}</dt><dd>");
            html.Stated(stated);
            html.Raw("</dd></div>\n");
        }
    }

    /// <summary>Says in one sentence whether and when the article is checked again.</summary>
    private static void WriteChecks(PageHtml html, ArticleFacts facts)
    {
        if (facts is { Trouble: { } trouble, State: not VisitState.Removed })
        {
            WriteTrouble(html, trouble, facts.LastCheckedAt);
        }

        html.Say((facts.State, facts.NextCheckAt) switch
        {
            (VisitState.Removed, _) => "No longer followed",
            (VisitState.Paused, _) => "Paused",
            (VisitState.Merged, _) => "Merged with another article, which is checked instead",
            (VisitState.Vanished, null) => "Vanished from its address; no longer checked",
            (VisitState.Vanished, _) => "Vanished from its address; looked for again",
            (_, null) => "No longer checked",
            _ => "Next check",
        });
        if (facts is { NextCheckAt: { } at, State: not (VisitState.Removed or VisitState.Merged or VisitState.Paused) })
        {
            html.Raw(" ");
            html.Time(at);
        }
    }

    /// <summary>Says that the last check did not find the text of the article.</summary>
    private static void WriteTrouble(PageHtml html, string trouble, DateTimeOffset? at)
    {
        html.Raw($"<strong class=\"failed\">{html.Texts["Not read at the last check"]}");
        if (at is { } time)
        {
            html.Raw(", ");
            html.Time(time);
        }

        html.Raw("</strong>: ");
        html.Sentence("span", trouble);
        html.Raw("<br>");
    }
}
