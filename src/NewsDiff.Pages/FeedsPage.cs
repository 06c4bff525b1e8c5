using System.Collections.Immutable;

using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages;

/// <summary>The feeds that are followed and their state.</summary>
public sealed record FeedsPage : Page
{
    /// <summary>The feeds. The default is empty.</summary>
    public ImmutableArray<FollowedFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Feeds;

    /// <inheritdoc/>
    public override string Title => "Feeds";

    internal override string TitleIn(PageTexts texts) => texts[Title];

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["Feeds"]}</h1>\n");
        if (Feeds.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["No feed is followed."]}</p>\n");
            return;
        }

        html.BeginTable("list", "Feeds that are followed", "Feed", "Followed since", "State");
        foreach (FollowedFeed feed in Feeds)
        {
            html.Raw("<tr><th scope=\"row\" class=\"name\">");
            html.WebLink(feed.Url, feed.Title ?? feed.Url.OriginalString);
            html.Raw("</th><td class=\"when\">");
            html.Time(feed.AddedAt);
            html.Raw("</td><td>");
            WriteState(html, feed);
            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n");
    }

    internal static void WriteState(PageHtml html, FollowedFeed feed)
    {
        if (feed.Failures > 0)
        {
            html.Raw("<strong class=\"failed\">");
            html.Count("Failed {0} times in a row", feed.Failures);
            html.Raw("</strong>");
            if (feed.Reason is { } reason)
            {
                html.Raw(": ");
                html.Sentence("span", reason);
            }

            html.Raw("<br>");
        }
        else if (feed.LastReadAt is { } last)
        {
            html.Raw($"{html.Texts["Read"]} ");
            html.Time(last);
            html.Raw("<br>");
        }

        html.Raw("<span class=\"quiet\">");
        html.Say(feed switch
        {
            { NextReadAt: not null } => "Next read",
            { IsPaused: true } => "Paused",
            { LastReadAt: null, Failures: 0 } => "Not read yet",
            _ => "No longer read",
        });
        if (feed.NextReadAt is { } next)
        {
            html.Raw(" ");
            html.Time(next);
        }

        html.Raw("</span>");
    }
}
