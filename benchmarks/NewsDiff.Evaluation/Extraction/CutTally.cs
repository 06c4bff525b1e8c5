using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Counts how cut pages are read, beside the whole ones.</summary>
/// <param name="details">Whether the paragraphs that differ are printed.</param>
internal sealed class CutTally(bool details)
{
    private int _pages;
    private int _refused;
    private int _elsewhere;
    private int _foreign;
    private int _foreignElsewhere;
    private int _without;
    private int _grownOtherwise;

    /// <summary>Adds a page.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="text">The expected text of the whole page.</param>
    /// <param name="whole">The reading of the whole page.</param>
    /// <param name="first">The reading of the cut page.</param>
    /// <param name="grown">The reading of the whole page after the cut one.</param>
    public void Add(string id, string text, ExtractionResult whole, ExtractionResult first, ExtractionResult grown)
    {
        string known = PageCut.Key(text) + PageCut.Key(ResultFile.TextOf(whole.Article));
        List<string> foreign = Missing(first, known);
        List<string> lost = Missing(grown, whole);
        List<string> gained = Missing(whole, grown);
        bool isRefused = first.Article is null;
        bool isElsewhere = !isRefused && first.Container != whole.Container;
        bool isWithout = !isRefused && first.Article!.Paragraphs
            .All(paragraph => foreign.Contains(paragraph.Text, StringComparer.Ordinal));
        _pages++;
        _refused += isRefused ? 1 : 0;
        _elsewhere += isElsewhere ? 1 : 0;
        _foreign += foreign.Count > 0 ? 1 : 0;
        _foreignElsewhere += foreign.Count > 0 && isElsewhere ? 1 : 0;
        _without += isWithout ? 1 : 0;
        _grownOtherwise += lost.Count + gained.Count > 0 ? 1 : 0;
        if (details && (isRefused || isElsewhere || foreign.Count + lost.Count + gained.Count > 0))
        {
            Console.WriteLine($"{id}: {first.Verdict} {first.Reason}");
            Console.WriteLine($"  whole {whole.Container}\n  cut   {first.Container}");
            foreign.ForEach(line => Console.WriteLine($"  foreign: {line}"));
            lost.ForEach(line => Console.WriteLine($"  only grown: {line}"));
            gained.ForEach(line => Console.WriteLine($"  not grown: {line}"));
        }
    }

    public void Print(TextWriter output) => output.WriteLine(
        $"{_pages} pages cut  refused {_refused}  other container {_elsewhere} ({_foreignElsewhere} with foreign text)"
            + $"  foreign text {_foreign}  nothing else {_without}  grown otherwise {_grownOtherwise}");

    private static List<string> Missing(ExtractionResult result, ExtractionResult other) =>
        Missing(result, PageCut.Key(ResultFile.TextOf(other.Article)));

    private static List<string> Missing(ExtractionResult result, string known) =>
    [
        .. (result.Article?.Paragraphs ?? [])
            .Select(paragraph => paragraph.Text)
            .Where(line => !known.Contains(PageCut.Key(line), StringComparison.Ordinal)),
    ];
}
