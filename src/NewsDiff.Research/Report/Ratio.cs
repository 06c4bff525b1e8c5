namespace NewsDiff.Research.Report;

/// <summary>A share or a mean whose cases come in articles, which are resampled as a whole.</summary>
internal sealed class Ratio
{
    private readonly double[] _parts = new double[Replicates.Count];
    private readonly double[] _wholes = new double[Replicates.Count];
    private double _part;
    private long _articles;

    /// <summary>The denominator.</summary>
    internal double Whole { get; private set; }

    /// <summary>The estimate of a mean.</summary>
    internal Interval Mean => Interval.Of(
        Divide(_part, Whole), Enumerable.Range(0, Replicates.Count).Select(i => Divide(_parts[i], _wholes[i])));

    /// <summary>The estimate of a share.</summary>
    /// <remarks>
    /// Of none or all, every replicate has none or all: then Wilson's interval is taken, with the articles as cases.
    /// </remarks>
    internal Interval Share => _part == 0 ? Interval.Wilson(0, _articles)
        : _part == Whole ? Interval.Wilson(_articles, _articles)
        : Mean;

    /// <summary>Adds an article.</summary>
    internal void Add(double part, double whole, byte[] weights)
    {
        _part += part;
        _articles += whole > 0 ? 1 : 0;
        Whole += whole;
        for (int i = 0; i < weights.Length; i++)
        {
            _parts[i] += part * weights[i];
            _wholes[i] += whole * weights[i];
        }
    }

    private static double Divide(double part, double whole) => whole > 0 ? part / whole : double.NaN;
}
