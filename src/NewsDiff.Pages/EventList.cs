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

        html.Raw("<h2>What else happened</h2>\n<ul class=\"events\">\n");
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
        html.Text(happened.Describe());
        if (happened.Reason is { } reason)
        {
            html.Raw(" <span class=\"quiet\">");
            html.Text(reason);
            html.Raw("</span>");
        }

        WriteMetadata(html, happened.Metadata);
    }

    /// <summary>Writes what was changed around the text: what went, and what came.</summary>
    private static void WriteMetadata(PageHtml html, ImmutableArray<MetadataChange> changes)
    {
        foreach (MetadataChange change in changes)
        {
            html.Raw("<br>");
            html.Text(NameOf(change.Field));
            html.Raw(": ");
            WriteValues(html, "del", change.Before);
            html.Raw(change.Before.IsEmpty || change.After.IsEmpty ? "" : " → ");
            WriteValues(html, "ins", change.After);
        }
    }

    private static void WriteValues(PageHtml html, string element, ImmutableArray<string> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            html.Raw(i > 0 ? ", " : "");
            html.Element(element, values[i], "dir=\"auto\"");
        }
    }

    private static string NameOf(MetadataField field) => field switch
    {
        MetadataField.Authors => "Authors",
        MetadataField.PublishedAt => "Date of publication",
        MetadataField.ModifiedAt => "Date of modification",
        MetadataField.Section => "Section",
        MetadataField.Summary => "Summary",
        MetadataField.LeadImage => "Main picture",
        MetadataField.Captions => "Captions",
        _ => "Links",
    };
}
