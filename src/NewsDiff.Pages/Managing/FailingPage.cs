using System.Collections.Immutable;
using NewsDiff.Rendering.Html;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>The feeds and articles that cannot be read, with the reasons and what can be done.</summary>
internal sealed record FailingPage(string? Place, KeyValuePair<string, string> Token) : ManagePage(Place, Token)
{
    /// <summary>The visits with their names, the most often failed first.</summary>
    internal required ImmutableArray<(Visit Visit, string Name)> Failing { get; init; }

    /// <summary>The number from which on there may be more.</summary>
    internal const int MostCounted = 200;

    /// <summary>The number of those that were counted.</summary>
    internal required int Count { get; init; }

    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "What fails", done: null);
        if (Failing.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["Everything can be read."]}</p>\n");
        }
        else
        {
            BeginForm(html, "look");
            html.Raw("<ul class=\"changes\">\n");
            foreach ((Visit visit, string name) in Failing)
            {
                WriteVisit(html, visit, name);
            }

            html.Raw("</ul>\n</form>\n");
            if (Count > Failing.Length)
            {
                html.Raw("<p class=\"quiet\">");
                string all = html.Texts.Number(Count) + (Count < MostCounted ? "" : "+");
                html.Say("{0} of {1}", html.Texts.Number(Failing.Length), all);
                html.Raw("</p>\n");
            }
        }

        Back(html);
    }

    private static void WriteVisit(PageHtml html, Visit visit, string name)
    {
        bool isFeed = visit.Kind == VisitKind.Feed;
        html.Raw($"<li>\n<p class=\"eyebrow\">{html.Texts[isFeed ? "Feed" : "Article"]}</p>\n");
        html.Element("h2", name, "dir=\"auto\"");
        html.Raw("\n<p class=\"eyebrow\" dir=\"ltr\">");
        html.WebLink(visit.Url, visit.Url.OriginalString);
        html.Raw("</p>\n<p><strong class=\"failed\">");
        html.Count("Failed {0} times in a row", visit.Failures);
        html.Raw("</strong>: ");
        html.Sentence("span", visit.LastReason ?? visit.LastStatus?.ToString() ?? "–");
        html.Raw($"<br>{html.Texts[Remedy.For(visit.LastStatus)]}");
        if (visit.DueAt is { } next)
        {
            html.Raw($"<br><span class=\"quiet\">{html.Texts["Next check"]} ");
            html.Time(next);
            html.Raw("</span>");
        }

        html.Raw("</p>\n<p class=\"buttons\">");
        Button(html, "look", TypedAddress.Field, visit.Url.AbsoluteUri, "Look at it", name);
        Button(html, "pause", isFeed ? "feed" : "article", visit.Target, "Pause", name);
        string place = isFeed ? "feeds/" + DeskRoom.KeyOf(visit.Target) : "articles/" + visit.Target;
        html.Link(
            PageAddress.Manage(place),
            html.Texts[isFeed ? "Remove" : "Manage this article"],
            $"aria-label=\"{html.Texts[isFeed ? "Remove" : "Manage this article"]}: "
            + $"{HtmlText.Encode(name)}\"");
        html.Raw("</p>\n</li>\n");
    }
}
