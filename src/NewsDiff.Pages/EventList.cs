using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Pages;

/// <summary>Writes what happened to an article besides its versions.</summary>
internal static class EventList
{
    internal static void Write(PageHtml html, ImmutableArray<ArticleEvent> events)
    {
        ArticleEvent[] shown = [.. events.Where(happened => Sentence(happened.Kind) is not null)];
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
            html.Text(Sentence(happened.Kind)!);
            if (happened.Reason is { } reason)
            {
                html.Raw(" <span class=\"quiet\">");
                html.Text(reason);
                html.Raw("</span>");
            }

            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    /// <summary>What happened; null for versions, which the table of versions shows.</summary>
    private static string? Sentence(ArticleEventKind kind) => kind switch
    {
        ArticleEventKind.Vanished => "Vanished from its address.",
        ArticleEventKind.Returned => "Came back with the same text.",
        ArticleEventKind.Merged => "Merged into another article.",
        ArticleEventKind.Hidden => "A version was taken down.",
        ArticleEventKind.Oscillating => "Alternates between texts that are all kept.",
        _ => null,
    };
}
