using System.Collections.Immutable;
using NewsDiff.Rendering.Html;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>The first page: a form for adding, and the feeds.</summary>
internal sealed record OverviewPage(string? Place, KeyValuePair<string, string> Token) : ManagePage(Place, Token)
{
    /// <summary>The feeds and their state.</summary>
    internal required ImmutableArray<(FollowedFeed Feed, VisitState State)> Feeds { get; init; }

    /// <summary>What was just done, in English; null for nothing.</summary>
    internal string? Done { get; init; }

    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "Manage", Done);
        html.Raw($"<h2>{html.Texts["Follow a feed or an article"]}</h2>\n");
        BeginForm(html, "look", "class=\"form\"");
        AddForm.Write(html, new AddDraft());
        html.Raw($"</form>\n<p class=\"quiet\">{html.Texts["First you see what would be read. Nothing is stored yet."]}");
        html.Raw($"</p>\n<h2>{html.Texts["What fails"]}</h2>\n<p>");
        html.Link(PageAddress.Manage("failing"), html.Texts["Feeds and articles that cannot be read, and why"]);
        html.Raw($"</p>\n<h2>{html.Texts["Articles"]}</h2>\n<p>");
        html.Link(PageAddress.Articles(), html.Texts["Choose an article"]);
        html.Raw($" <span class=\"quiet\">{html.Texts["Its page leads to a page that pauses, removes or hides it."]}</span></p>\n");
        if (Feeds.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["No feed is followed."]}</p>\n");
            return;
        }

        WriteFeeds(html);
    }

    private void WriteFeeds(PageHtml html)
    {
        BeginForm(html, "pause");
        html.BeginTable("list", "Feeds that are followed", "Feed", "State", "Actions");
        foreach ((FollowedFeed feed, VisitState state) in Feeds)
        {
            string name = feed.Title is { Length: > 0 } title ? title : feed.Url.OriginalString;
            html.Raw("<tr><th scope=\"row\" class=\"name\" dir=\"auto\">");
            html.WebLink(feed.Url, name);
            html.Raw("</th><td>");
            if (state == VisitState.Paused)
            {
                html.Raw($"<strong>{html.Texts["Paused"]}</strong>");
            }
            else
            {
                FeedsPage.WriteState(html, feed);
            }

            html.Raw("</td><td class=\"buttons\">");
            Button(
                html,
                state == VisitState.Paused ? "resume" : "pause",
                "feed",
                feed.Url.AbsoluteUri,
                state == VisitState.Paused ? "Resume" : "Pause",
                name);
            html.Link(
                PageAddress.Manage("feeds/" + DeskRoom.KeyOf(feed.Url.AbsoluteUri)),
                html.Texts["Remove"],
                $"aria-label=\"{html.Texts["Remove"]}: {HtmlText.Encode(name)}\"");
            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</form>\n");
    }
}
