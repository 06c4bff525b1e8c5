using System.Collections.Immutable;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Pages.Managing;

/// <summary>The form for adding with what was typed, and what would be read.</summary>
internal sealed record AddPage(string? Place, KeyValuePair<string, string> Token) : ManagePage(Place, Token)
{
    private const int MostParagraphs = 3;
    private const int MostShown = 280;

    internal required AddDraft Draft { get; init; }

    /// <summary>The name of the draft.</summary>
    internal required string Key { get; init; }

    internal override void WriteBody(PageHtml html)
    {
        Begin(html, "Follow a feed or an article", done: null);
        if (Draft.Look is { } look)
        {
            WriteLook(html, look);
            html.Raw($"<h2>{html.Texts["Look at something else"]}</h2>\n");
        }

        BeginForm(html, "look", "class=\"form\"");
        AddForm.Write(html, Draft);
        html.Raw("</form>\n");
        Back(html);
    }

    private void WriteLook(PageHtml html, Look look)
    {
        html.Raw($"<h2>{html.Texts["What would be read"]}</h2>\n<p class=\"eyebrow\" dir=\"ltr\">");
        html.WebLink(look.Url, look.Url.AbsoluteUri);
        html.Raw("</p>\n");
        if (look.IsFeed)
        {
            WriteFeed(html, look);
        }
        else if (look.Page?.Article is { } article)
        {
            WriteArticle(html, article);
        }
        else
        {
            WriteReason(html, look);
        }

        WriteMatches(html, look);
        if (look.IsFeed || look.Page?.Article is not null)
        {
            WriteChoice(html, look);
        }

        WriteHops(html, look);
    }

    private void WriteChoice(PageHtml html, Look look)
    {
        if (look.IsFollowed)
        {
            html.Raw($"<p><strong>{html.Texts["It is followed already."]}</strong></p>\n");
            return;
        }

        BeginForm(html, "follow", "class=\"form\"");
        html.Raw("<p>");
        Button(html, "follow", "draft", Key, look.IsFeed ? "Follow this feed" : "Follow this article");
        html.Raw("</p>\n</form>\n");
    }

    private static void WriteFeed(PageHtml html, Look look)
    {
        html.Raw("<p><strong dir=\"auto\">");
        html.Text(look.FeedTitle is { Length: > 0 } title ? title : look.Url.IdnHost);
        html.Raw("</strong> · ");
        html.Count("{0} entries", look.EntryCount);
        html.Raw("</p>\n<ol class=\"events\">\n");
        foreach (FeedEntry entry in look.Entries)
        {
            html.Raw("<li dir=\"auto\">");
            string name = entry.Title.Length > 0 ? entry.Title : entry.Link?.AbsoluteUri ?? "–";
            if (entry.Link is { } link)
            {
                html.WebLink(link, name);
            }
            else
            {
                html.Text(name);
            }

            if ((entry.PublishedAt ?? entry.UpdatedAt) is { } date)
            {
                html.Raw(" <span class=\"quiet\">");
                html.Stated(date);
                html.Raw("</span>");
            }

            html.Raw("</li>\n");
        }

        html.Raw("</ol>\n");
    }

    private static void WriteArticle(PageHtml html, Article article)
    {
        html.Raw("<div class=\"text preview\">\n");
        html.Foreign("h3", article.Title, article.Language);
        html.Raw("\n");
        foreach (Paragraph paragraph in article.Paragraphs.Take(MostParagraphs))
        {
            html.Foreign("p", Beginning(paragraph.Text), article.Language);
            html.Raw("\n");
        }

        html.Raw("<p class=\"quiet\">");
        html.Count("{0} paragraphs in all", article.Paragraphs.Length);
        html.Raw("</p>\n</div>\n");
    }

    private void WriteReason(PageHtml html, Look look)
    {
        html.Sentence("p", look.Reason ?? look.Status.ToString(), "class=\"failed\"");
        html.Raw("\n");
        if (look.Others.IsEmpty)
        {
            html.Raw($"<p>{html.Texts[Remedy.For(look.Status)]}</p>\n");
            return;
        }

        html.Raw($"<p>{html.Texts["These feeds were found there:"]}</p>\n");
        BeginForm(html, "look");
        html.Raw("<input type=\"hidden\" name=\"source\" value=\"");
        html.Text(Draft.Source);
        html.Raw("\">\n<ul class=\"events\">\n");
        foreach (FoundFeed found in look.Others)
        {
            html.Raw("<li class=\"buttons\"><span dir=\"ltr\">");
            html.Text(found.Url.AbsoluteUri);
            html.Raw("</span> ");
            Button(html, "look", TypedAddress.Field, found.Url.AbsoluteUri, "Look at it", found.Url.AbsoluteUri);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n</form>\n");
    }

    private static void WriteMatches(PageHtml html, Look look)
    {
        if (look.Matches is not { } matches)
        {
            return;
        }

        html.BeginTable("list", "What the rule matches", "Field", "Found");
        foreach ((string field, ImmutableArray<string> texts) in matches.OrderBy(
            static match => match.Key, StringComparer.Ordinal))
        {
            html.Raw("<tr><th scope=\"row\" dir=\"ltr\">");
            html.Text(field);
            html.Raw("</th><td>");
            html.Text(html.Texts.Number(texts.Length));
            foreach (string text in texts.Take(MostParagraphs))
            {
                html.Raw("<span class=\"quiet\" dir=\"auto\">");
                html.Text(Beginning(text));
                html.Raw("</span>");
            }

            html.Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n");
    }

    /// <summary>Enough of a text to recognize it.</summary>
    private static string Beginning(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";

    private static void WriteHops(PageHtml html, Look look)
    {
        if (look.Hops.IsEmpty)
        {
            return;
        }

        html.Raw($"<details class=\"quiet\"><summary>{html.Texts["What was asked"]}</summary>\n<ol class=\"events\">\n");
        foreach (FetchHop hop in look.Hops)
        {
            html.Raw("<li><span dir=\"ltr\">");
            html.Text(hop.Url.AbsoluteUri);
            html.Raw("</span>");
            if (hop.HttpStatusCode is { } code)
            {
                html.Text($" · {PageHtml.Number(code)}");
            }

            if (hop.Robots?.Reason is { } robots)
            {
                html.Raw(" · robots.txt: ");
                html.Sentence("span", robots);
            }

            html.Raw("</li>\n");
        }

        html.Raw("</ol>\n</details>\n");
    }
}
