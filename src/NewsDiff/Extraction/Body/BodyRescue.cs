using System.Collections.Immutable;
using System.Net;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Takes the body from a page's linked data when its elements hold almost none.</summary>
internal static class BodyRescue
{
    /// <summary>A body with less weight may be incomplete.</summary>
    private const int ShortBody = 250;

    public static ImmutableArray<Paragraph> Choose(ImmutableArray<Paragraph> visible, string? linkedBody)
    {
        if (linkedBody is null || Weigh(visible) >= ShortBody)
        {
            return visible;
        }

        ImmutableArray<Paragraph> stated =
        [
            .. MarkupText.WithoutTags(WebUtility.HtmlDecode(linkedBody))
                .Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.Contains('<', StringComparison.Ordinal))
                .Select(line => new Paragraph(PlainText.Collapse(line))),
        ];
        return Weigh(stated) > 2 * Math.Max(Weigh(visible), ShortBody / 2) ? stated : visible;
    }

    /// <summary>The weight of all paragraphs together.</summary>
    public static int Weigh(ImmutableArray<Paragraph> paragraphs)
    {
        int weight = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            foreach (char c in paragraph.Text)
            {
                weight += TextWeight.Of(c);
            }
        }

        return weight;
    }
}
