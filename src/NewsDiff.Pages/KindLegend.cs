using System.Collections.Immutable;

namespace NewsDiff.Pages;

/// <summary>Explains the colours of a picture.</summary>
internal static class KindLegend
{
    internal static void Write(PageHtml html, ImmutableArray<string> kinds)
    {
        html.Raw("<ul class=\"legend\">");
        for (int i = 0; i < kinds.Length; i++)
        {
            html.Raw($"<li><span class=\"swatch k{PageHtml.Number(i)}\"></span> {html.Texts[kinds[i]]}</li>");
        }

        html.Raw("</ul>\n");
    }
}
