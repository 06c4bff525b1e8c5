using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>Writes changes of metadata: the removed values and the added ones.</summary>
internal static class MetadataList
{
    /// <summary>Writes the metadata changes that came with a change of the text, if any.</summary>
    internal static void WriteSection(PageHtml html, ImmutableArray<MetadataChange> changes)
    {
        if (changes.IsEmpty)
        {
            return;
        }

        html.Raw("<ul class=\"around\" aria-label=\"");
        html.Say("Changed metadata");
        html.Raw("\">\n");
        foreach (MetadataChange change in changes)
        {
            html.Raw("<li>");
            WriteChange(html, change);
            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    internal static void WriteChange(PageHtml html, MetadataChange change)
    {
        html.Raw("<span class=\"nd-diff\"><span class=\"field\">");
        html.Say(FieldName.Of(change.Field));
        html.Raw(":</span> ");
        WriteValues(html, "del", change.Before);
        html.Raw(change.Before.IsEmpty || change.After.IsEmpty ? ""
            : html.Texts.Direction == "rtl" ? " ← " : " → ");
        WriteValues(html, "ins", change.After);
        html.Raw("</span>");
    }

    private static void WriteValues(PageHtml html, string element, ImmutableArray<string> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            html.Raw(i > 0 ? ", " : "");
            html.Element(element, values[i], "dir=\"auto\"");
        }
    }
}
