using NewsDiff.Classification;

namespace NewsDiff.Pages;

/// <summary>Writes the classes of a change as short labels: "number", "quotation", "no notice".</summary>
internal static class ClassList
{
    private const int MostReasons = 3;

    // A longer reason is a sentence or a passage, which the comparison shows anyway.
    private const int LongestShown = 40;

    /// <summary>Writes the labels; nothing when there is none to show.</summary>
    internal static void Write(PageHtml html, ArticleChange change)
    {
        var shown = ChangeClassifier.Classify(change).Labels
            .GroupBy(label => label.Class)
            .Where(group => NameOf(group.Key) is not null)
            .OrderBy(group => group.Key)
            .ToList();
        if (shown.Count == 0)
        {
            return;
        }

        html.Raw("<ul class=\"classes\" aria-label=\"");
        html.Say("Kinds of change");
        html.Raw("\">");
        foreach (IGrouping<ChangeClass, ChangeLabel> group in shown)
        {
            string reason = string.Join(
                "; ", group.Select(label => html.Texts.Translate(label.Reason)).Distinct().Take(MostReasons));
            html.Raw("<li title=\"");
            html.Text(reason);
            html.Raw("\"><b>");
            html.Say(NameOf(group.Key)!);
            html.Raw("</b>");
            if (reason.Length <= LongestShown && ShowsReason(group.Key))
            {
                html.Raw(" ");
                WriteReason(html, reason);
            }

            html.Raw("</li>");
        }

        html.Raw("</ul>\n");
    }

    /// <summary>Writes a reason such as <c>5.8 → 6.4</c>, from left to right.</summary>
    private static void WriteReason(PageHtml html, string reason)
    {
        string[] sides = reason.Split(" → ");
        if (sides.Length == 1)
        {
            html.Element("span", reason, "dir=\"auto\"");
            return;
        }

        // The arrow has no direction of its own; between words from right to left it would point back.
        html.Raw("<span dir=\"ltr\">");
        for (int i = 0; i < sides.Length; i++)
        {
            html.Raw(i == 0 ? "" : " → ");
            html.Element("span", sides[i], "dir=\"auto\"");
        }

        html.Raw("</span>");
    }

    /// <summary>Whether the reason of a class quotes the text and adds to the name of the class.</summary>
    private static bool ShowsReason(ChangeClass of) => of is ChangeClass.Number or ChangeClass.Date or ChangeClass.Name
        or ChangeClass.Attribution or ChangeClass.Negation or ChangeClass.Certainty;

    /// <summary>The label of a class; null for a class that the page shows in another way.</summary>
    private static string? NameOf(ChangeClass of) => of switch
    {
        ChangeClass.Typography => "typography",
        ChangeClass.Lead => "opening",
        ChangeClass.Byline => "byline",
        ChangeClass.Number => "number",
        ChangeClass.Date => "date",
        ChangeClass.Name => "name",
        ChangeClass.Quotation => "quotation",
        ChangeClass.Attribution => "attribution",
        ChangeClass.Negation => "negation",
        ChangeClass.Certainty => "certainty",
        ChangeClass.Correction => "correction",
        ChangeClass.Silent => "no notice",
        ChangeClass.Expansion => "expanded",
        ChangeClass.Cut => "cut",
        ChangeClass.Rewrite => "rewritten",
        _ => null,
    };
}
