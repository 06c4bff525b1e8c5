using NewsDiff.Classification;

namespace NewsDiff.Pages;

/// <summary>Writes the classes of a change as short labels: "number", "quotation", "no notice".</summary>
internal static class ClassList
{
    private const int MostReasons = 3;

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

        html.Raw("<ul class=\"classes\" aria-label=\"Kinds of change\">");
        foreach (IGrouping<ChangeClass, ChangeLabel> group in shown)
        {
            html.Raw("<li title=\"");
            html.Text(string.Join("; ", group.Select(label => label.Reason).Distinct().Take(MostReasons)));
            html.Raw("\">");
            html.Text(NameOf(group.Key));
            html.Raw("</li>");
        }

        html.Raw("</ul>\n");
    }

    /// <summary>The name of a class; null for what a page shows without it.</summary>
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
