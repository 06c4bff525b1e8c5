using System.Collections.Immutable;

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

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<h1>Feeds</h1>\n");
        if (Feeds.IsEmpty)
        {
            html.Raw("<p class=\"quiet\">No feed is followed.</p>\n");
            return;
        }

        html.Raw(
            "<table class=\"list\">\n<caption>Feeds that are followed</caption>\n<thead><tr><th "
            + "scope=\"col\">Feed</th>");
        html.Raw("<th scope=\"col\">Followed since</th><th scope=\"col\">State</th></tr></thead>\n<tbody>\n");
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

    private static void WriteState(PageHtml html, FollowedFeed feed)
    {
        if (feed.Failures > 0)
        {
            html.Raw("<strong class=\"failed\">Failed ");
            html.Text(feed.Failures == 1 ? "once" : $"{PageHtml.Number(feed.Failures)} times in a row");
            html.Raw("</strong>");
            html.Text(feed.Reason is null ? "" : $": {feed.Reason}");
            html.Raw("<br>");
        }
        else if (feed.LastReadAt is { } last)
        {
            html.Raw("Read ");
            html.Time(last);
            html.Raw("<br>");
        }

        html.Raw("<span class=\"quiet\">");
        html.Raw(feed switch
        {
            { NextReadAt: not null } => "Next read ",
            { LastReadAt: null, Failures: 0 } => "Not read yet",
            _ => "No longer read",
        });
        if (feed.NextReadAt is { } next)
        {
            html.Time(next);
        }

        html.Raw("</span>");
    }
}
