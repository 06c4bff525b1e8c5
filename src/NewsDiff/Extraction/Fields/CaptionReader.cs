using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the captions of an article's pictures and tables.</summary>
internal static class CaptionReader
{
    /// <summary>The parts of a page whose captions belong to something else.</summary>
    private const Roles Elsewhere = Roles.Hidden | Roles.Navigation | Roles.Footer | Roles.Aside | Roles.Comments
        | Roles.Related | Roles.Share | Roles.Newsletter | Roles.Advert | Roles.Form;

    /// <summary>Reads the captions from the headline to the end of the body, or right below.</summary>
    /// <returns>Each once, in reading order.</returns>
    public static ImmutableArray<string> Read(Page page, BodyPlace place)
    {
        ImmutableArray<string>.Builder? captions = null;
        foreach (ref readonly PageNode node in page.Nodes)
        {
            bool isOwn = node.Kind == ElementKind.Caption && place.EndBlock > 0
                && node.FirstBlock >= place.HeadlineBlock && node.FirstBlock <= place.EndBlock
                && node.TextEnd > node.TextStart && !node.Granted.HasAny(Elsewhere);
            if (!isOwn)
            {
                continue;
            }

            string text = PlainText.Collapse(page.TextOf(node.TextStart, node.TextEnd).ToString());
            string caption = PlainText.Cut(text, PageLimits.SummaryLength);
            captions ??= ImmutableArray.CreateBuilder<string>();
            if (caption.Length > 0 && captions.Count < PageLimits.Surroundings && !captions.Contains(caption))
            {
                captions.Add(caption);
            }
        }

        return captions?.DrainToImmutable() ?? [];
    }
}
