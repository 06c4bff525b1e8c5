using System.Text.Json;

namespace NewsDiff.Evaluation.Cases;

/// <summary>Collects the results of cases, and compares them with the recorded ones.</summary>
internal sealed class CaseReport
{
    private const int LongestValue = 160;

    private readonly List<Row> _rows = [];

    /// <summary>Whether a case fails that passed when it was recorded.</summary>
    public bool HasRegressed => _rows.Exists(row => row.IsRegression);

    /// <summary>Adds a case.</summary>
    /// <param name="suite">The file that it comes from.</param>
    /// <param name="row">The case.</param>
    /// <param name="mismatches">What differs from the expected; null when it was not checked.</param>
    public void Add(string suite, JsonElement row, IReadOnlyList<CaseMismatch>? mismatches) => _rows.Add(new Row(
        suite,
        row.GetProperty("name").GetString()!,
        row.TryGetProperty("fault", out JsonElement fault) ? fault.GetString()! : "",
        row.GetProperty("now").GetString() == "PASS",
        mismatches));

    public void Print(bool isJson)
    {
        if (isJson)
        {
            var suites = _rows.GroupBy(row => row.Suite).ToDictionary(group => group.Key, group => new
            {
                total = group.Count(),
                passed = group.Count(row => row.IsPassed),
                passedBefore = group.Count(row => row.PassedBefore),
                notChecked = group.Count(row => row.Mismatches is null),
                regressed = group.Where(row => row.IsRegression).Select(row => row.Name),
                failures = group.Where(row => row.IsFailed).Select(row => new { row.Name, row.Fault, row.Mismatches }),
            });
            Console.WriteLine(JsonSerializer.Serialize(suites));
            return;
        }

        foreach (Row row in _rows.Where(row => row.IsFailed))
        {
            Console.WriteLine($"{row.Suite} {row.Name}{(row.IsRegression ? " (passed before)" : "")}: {row.Fault}");
            foreach (CaseMismatch mismatch in row.Mismatches!)
            {
                Console.WriteLine($"    {mismatch.Field}: expected {Short(mismatch.Expected)}");
                Console.WriteLine($"    {new string(' ', mismatch.Field.Length)}       got {Short(mismatch.Got)}");
            }
        }

        foreach (IGrouping<string, Row> suite in _rows.GroupBy(row => row.Suite))
        {
            Console.WriteLine(
                $"{suite.Key,-18} {suite.Count(row => row.IsPassed)} of {suite.Count()} pass, "
                + $"{suite.Count(row => row.PassedBefore)} did when recorded; "
                + $"{suite.Count(row => row.IsRegression)} regressed, {suite.Count(row => row.Mismatches is null)} "
                + "not checked");
        }
    }

    private static string Short(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));
        return line.Length > LongestValue ? $"{line[..LongestValue]}…" : line;
    }

    private sealed record Row(
        string Suite,
        string Name,
        string Fault,
        bool PassedBefore,
        IReadOnlyList<CaseMismatch>? Mismatches)
    {
        public bool IsPassed => Mismatches is { Count: 0 };

        public bool IsFailed => Mismatches is { Count: > 0 };

        public bool IsRegression => PassedBefore && IsFailed;
    }
}
