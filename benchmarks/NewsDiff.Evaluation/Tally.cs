using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Evaluation;

/// <summary>Counts hits by name, keeps the misses, and prints both as a table or as one JSON object.</summary>
internal sealed class Tally
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, (int Hits, int Total)> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    /// <summary>The number of cases that did not come out as expected.</summary>
    public int Misses => _misses.Count;

    /// <summary>Counts one case.</summary>
    /// <param name="name">The row it belongs to.</param>
    /// <param name="isHit">Whether it came out as expected.</param>
    /// <param name="miss">The line to list when it did not.</param>
    public void Count(string name, bool isHit, string miss)
    {
        if (!_counts.TryGetValue(name, out (int Hits, int Total) count))
        {
            _names.Add(name);
        }

        _counts[name] = (count.Hits + (isHit ? 1 : 0), count.Total + 1);
        if (!isHit)
        {
            _misses.Add($"{name}: {string.Concat(miss.Select(c => char.IsControl(c) ? '·' : c))}");
        }
    }

    /// <summary>Prints everything.</summary>
    /// <param name="figures">Figures that are not counts, such as times.</param>
    /// <param name="isJson">Whether to print one JSON object instead of a table.</param>
    public void Print(IReadOnlyDictionary<string, double> figures, bool isJson)
    {
        if (isJson)
        {
            var counts = _names.ToDictionary(
                name => name,
                name => new { hits = _counts[name].Hits, total = _counts[name].Total, share = Share(name) });
            Console.WriteLine(JsonSerializer.Serialize(new { counts, figures, misses = _misses }));
            return;
        }

        _misses.ForEach(Console.WriteLine);
        foreach (string name in _names)
        {
            (int hits, int total) = _counts[name];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"{name,-34} {hits,6}/{total,-6} {100 * Share(name),6:F1} %"));
        }

        foreach ((string name, double figure) in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {figure,13:N1}"));
        }
    }

    private double Share(string name) => (double)_counts[name].Hits / _counts[name].Total;
}
