using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Asks whether a feed shall be removed.</summary>
internal sealed record FeedPage(string? Place, KeyValuePair<string, string> Token) : ManagePage(Place, Token)
{
    internal required Subscription Feed { get; init; }

    /// <summary>Whether the host's settings name it, so that it would come back.</summary>
    internal required bool IsOfSettings { get; init; }

    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "Remove a feed", done: null);
        html.Raw("<p dir=\"auto\"><strong>");
        html.Text(Feed.Title is { Length: > 0 } title ? title : Feed.Url.IdnHost);
        html.Raw("</strong></p>\n<p class=\"eyebrow\" dir=\"ltr\">");
        html.WebLink(Feed.Url, Feed.Url.AbsoluteUri);
        html.Raw("</p>\n<p>");
        html.Say(IsOfSettings
            ? "The settings name it (Feeds), so it would be followed again. Take it out there first, or pause it here."
            : "It is no longer read. Its articles stay, and are visited as before.");
        html.Raw("</p>\n");
        BeginForm(html, IsOfSettings ? "pause" : "remove", "class=\"form\"");
        html.Raw("<p>");
        string action = IsOfSettings ? "pause" : "remove";
        Button(html, action, "feed", Feed.Url.AbsoluteUri, IsOfSettings ? "Pause" : "Remove");
        html.Raw("</p>\n</form>\n");
        Back(html);
    }
}
