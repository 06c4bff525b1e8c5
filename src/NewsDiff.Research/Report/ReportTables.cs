using System.Collections.Immutable;
using NewsDiff.Rendering.Html;

namespace NewsDiff.Research.Report;

/// <summary>The tables of sources, and of their months.</summary>
internal sealed class ReportTables(TextWriter writer, CorpusFigures figures)
{
    private const int MaxRows = 1000;

    internal void Write()
    {
        writer.Write("<h2>By source</h2>\n");
        WriteTable(
            writer,
            "Articles, changes and shares of articles, by source",
            ["source", "articles", "versions", "changes", "changed", "new headline", "silent edit", "correction"],
            figures.Sources.Select(static source => OfSource(source.Key, source.Value)));
        writer.Write("<h2>By source and month</h2>\n");
        (string Source, int Month, MonthFigures Figures)[] months =
            [.. figures.Sources.SelectMany(static source =>
                source.Value.Months.Select(month => (source.Key, month.Key, month.Value)))];
        if (months.Length > MaxRows)
        {
            writer.Write(FormattableString.Invariant(
                $"<p>The latest {MaxRows} rows of {months.Length}; an export has all of them.</p>\n"));
        }

        WriteTable(
            writer,
            "Sentences with each action, by source and month",
            [
                "source", "month", "articles", "changes", "headline", "silent", "correction",
                .. CorpusFigures.Actions.Select(static action => action.ToString()),
            ],
            months.OrderByDescending(static row => row.Month).ThenBy(static row => row.Source, StringComparer.Ordinal)
                .Take(MaxRows).Select(static row => OfMonth(row.Source, row.Month, row.Figures)));
    }

    /// <summary>Writes a table whose first column has the headings of its rows.</summary>
    internal static void WriteTable(
        TextWriter writer, string caption, ImmutableArray<string> names, IEnumerable<ImmutableArray<string>> rows)
    {
        // What scrolls can be reached with the keyboard, and says what it is.
        writer.Write("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        HtmlText.Write(writer, caption);
        writer.Write("\">\n<table><caption>");
        HtmlText.Write(writer, caption);
        writer.Write("</caption>\n<thead><tr>");
        foreach (string name in names)
        {
            writer.Write("<th scope=\"col\">");
            HtmlText.Write(writer, name);
            writer.Write("</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (ImmutableArray<string> row in rows)
        {
            writer.Write("<tr><th scope=\"row\">");
            HtmlText.Write(writer, row[0]);
            writer.Write("</th>");
            foreach (string cell in row.Skip(1))
            {
                writer.Write("<td>");
                HtmlText.Write(writer, cell);
                writer.Write("</td>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</tbody></table>\n</div>\n");
    }

    private static ImmutableArray<string> OfSource(string name, SourceFigures source) =>
    [
        name.Length == 0 ? "unknown" : name, ReportText.Of(source.Articles), ReportText.Of(source.Versions),
        ReportText.Of(source.Changes), Share(source.Changed, source), Share(source.Headlines, source),
        Share(source.Silent, source), Share(source.Corrected, source),
    ];

    private static string Share(long articles, SourceFigures source) =>
        ReportText.Of(Interval.Wilson(articles, source.Articles), isShare: true);

    private static ImmutableArray<string> OfMonth(string source, int month, MonthFigures figures) =>
    [
        source.Length == 0 ? "unknown" : source, ReportText.OfMonth(month), ReportText.Of(figures.Articles),
        ReportText.Of(figures.Changes), ReportText.Of(figures.Headlines), ReportText.Of(figures.Silent),
        ReportText.Of(figures.Corrections), .. figures.Actions.Select(ReportText.Of),
    ];
}
