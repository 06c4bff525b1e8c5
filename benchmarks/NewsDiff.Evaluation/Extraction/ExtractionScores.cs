using System.Globalization;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Sums the scores of a set of pages.</summary>
internal sealed class ExtractionScores
{
    private readonly List<BodyScore> _bodies = [];
    private readonly List<bool> _titles = [];
    private readonly List<bool> _authors = [];
    private readonly List<bool> _dates = [];
    private int _pages;

    public void Add(ExpectedPage expected, Article? actual)
    {
        _pages++;
        if (expected.Text is { Length: > 0 } text)
        {
            _bodies.Add(BodyScore.Of(text, ResultFile.TextOf(actual)));
        }

        if (expected.Titles.Count > 0)
        {
            _titles.Add(FieldScore.IsSameTitle(expected.Titles, actual?.Title));
        }

        if (expected.Authors.Count > 0)
        {
            _authors.Add(FieldScore.AreSameAuthors(expected.Authors, actual?.Authors ?? []));
        }

        if (expected.Published is { } published)
        {
            _dates.Add(FieldScore.IsSameDay(published, actual?.PublishedAt?.ToString()));
        }
    }

    public void Print(TextWriter output)
    {
        double precision = Mean(_bodies.Select(body => body.Precision).Where(double.IsFinite));
        double recall = Mean(_bodies.Select(body => body.Recall).Where(double.IsFinite));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        double accuracy = Mean(_bodies.Select(body => body.IsExact ? 1.0 : 0.0));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages {_pages}  f1 {f1:F4}  precision {precision:F4}  recall {recall:F4}  accuracy {accuracy:F4}"));
        output.WriteLine($"title {Share(_titles)}  authors {Share(_authors)}  date {Share(_dates)}");
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty().Average();

    private static string Share(List<bool> hits)
    {
        int count = hits.Count(hit => hit);
        return hits.Count == 0
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{count}/{hits.Count} ({100.0 * count / hits.Count:F1} %)");
    }
}
