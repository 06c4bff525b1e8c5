using System.Collections.Immutable;
using NewsDiff.Rendering.Html;

namespace NewsDiff.Research.Report;

/// <summary>Writes the page of a report.</summary>
internal sealed class ReportPage(TextWriter writer, CorpusFigures figures, CorpusReportOptions options)
{
    internal void Write()
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
        HtmlText.Write(writer, options.Title);
        writer.Write("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        writer.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{ReportStyles.Policy}\">\n");
        writer.Write($"<style>{ReportStyles.Sheet}</style>\n</head>\n<body>\n<main>\n<h1>");
        HtmlText.Write(writer, options.Title);
        writer.Write("</h1>\n");
        WriteOpening();
        foreach ((int number, Figure figure) in ReportFigures.Of(figures).Index())
        {
            WriteFigure(figure, FormattableString.Invariant($"f{number + 1}"));
        }

        new ReportTables(writer, figures).Write();
        WriteMethods();
        writer.Write("</main>\n</body>\n</html>\n");
    }

    private void WriteOpening()
    {
        SourceFigures all = figures.All;
        Paragraph(
            FormattableString.Invariant(
                $"{ReportText.Of(all.Articles)} articles of {Named(figures.Sources.Count, "source")}, ")
            + $"{ReportText.Of(all.Versions)} versions, {ReportText.Of(all.Changes)} changes"
            + (all.Months.Count == 0 ? "" : $", {ReportText.OfMonth(all.Months.Keys.First())} to "
                + ReportText.OfMonth(all.Months.Keys.Last())) + ".");
        if (options.Selection is { } selection)
        {
            Paragraph($"Chosen: {selection}.");
        }

        writer.Write("<dl class=\"keys\">\n");
        Key("Versions per article", figures.VersionsPerArticle.Mean, isShare: false);
        Key("Articles that changed", Interval.Wilson(all.Changed, all.Articles), isShare: true);
        Key("Articles with a new headline", Interval.Wilson(all.Headlines, all.Articles), isShare: true);
        Key("Median hours from publication to a change", figures.Delays.Median, isShare: false);
        Key("Changes that are silent", figures.Shares.Silent.Share, isShare: true);
        Key("Changes that tell of a correction", figures.Shares.Correction.Share, isShare: true);
        writer.Write("</dl>\n");
    }

    private void Key(string name, Interval estimate, bool isShare)
    {
        writer.Write("<div><dt>");
        HtmlText.Write(writer, name);
        writer.Write("</dt><dd>");
        writer.Write(estimate.IsKnown
            ? $"{ReportText.Of(estimate.Value, isShare)}<span>95 %: {ReportText.Of(estimate.Low, isShare)} to "
                + $"{ReportText.Of(estimate.High, isShare)}</span>"
            : "–");
        writer.Write("</dd></div>\n");
    }

    private void WriteFigure(Figure figure, string id)
    {
        writer.Write("<h2>");
        HtmlText.Write(writer, figure.Title);
        writer.Write("</h2>\n");
        Paragraph(figure.Summary);
        writer.Write("<figure>\n");
        FigurePlot.Write(writer, figure, id);
        writer.Write("</figure>\n<details><summary>");
        HtmlText.Write(writer, $"Show the numbers of “{figure.Title}”");
        writer.Write("</summary>\n");
        ReportTables.WriteTable(
            writer,
            figure.Title,
            [figure.LabelName, figure.ValueName, "cases"],
            figure.Bars.Select(bar => (ImmutableArray<string>)
                [bar.Label, ReportText.Of(bar.Estimate, figure.IsShare), ReportText.Of(bar.Cases)]));
        writer.Write("</details>\n");
    }

    private void WriteMethods()
    {
        writer.Write("<h2>How this was counted</h2>\n");
        Paragraph(
            "A change is two consecutive versions of an article. Its time is when the new version was seen, which is later "
            + "than when it was published. The time of publication is the one that the page states with a time and an offset, "
            + "and otherwise when the first version was seen.");
        Paragraph(
            "Sentences are linked and their actions named as in NewsEdits (Spangher et al., 2022), with the measure of "
            + "NewsDiff. A change is silent when its words differ, no notice tells of it, and the page states no later time "
            + "of modification. A correction has a notice.");
        Paragraph(
            "Intervals are of 95 %. Shares of articles, and those of months, have Wilson score intervals. All else has "
            + "percentile intervals of a Poisson bootstrap, which resamples whole articles with a fixed seed, "
            + FormattableString.Invariant($"{Replicates.Count} times; ")
            + "a share of none or all has a Wilson interval with the articles as cases. Articles that depend on each other "
            + "make true intervals wider.");
        Paragraph(FormattableString.Invariant(
            $"NewsDiff, sentence rules {SentenceReader.RulesVersion}; links need a likeness of ")
            + FormattableString.Invariant($"{SentenceAlignmentOptions.Default.MinLikeness} or more."));
    }

    private void Paragraph(string text)
    {
        writer.Write("<p>");
        HtmlText.Write(writer, text);
        writer.Write("</p>\n");
    }

    private static string Named(int count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
