using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Pages;

/// <summary>Writes what happened to an article besides its versions.</summary>
internal static class EventList
{
    internal static void Write(PageHtml html, ImmutableArray<ArticleEvent> events)
    {
        // Versions are in the table of versions already.
        ArticleEvent[] shown =
        [
            .. events.Where(happened => happened.Kind is not (ArticleEventKind.FirstSeen or ArticleEventKind.Changed)),
        ];
        if (shown.Length == 0)
        {
            return;
        }

        html.Raw($"<h2>{html.Texts["What else happened"]}</h2>\n<ul class=\"events\">\n");
        foreach (ArticleEvent happened in shown)
        {
            html.Raw("<li>");
            html.Time(happened.At);
            html.Raw(" · ");
            WriteSentence(html, happened);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    internal static void WriteSentence(PageHtml html, ArticleEvent happened)
    {
        html.Say(happened.Describe());
        if (happened.Reason is { } reason)
        {
            html.Raw(" ");
            html.Sentence("span", reason, "class=\"quiet\"");
        }

        foreach (MetadataChange change in happened.Metadata)
        {
            html.Raw("<br>");
            MetadataList.WriteChange(html, change);
        }
    }
}
