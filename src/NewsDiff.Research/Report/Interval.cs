namespace NewsDiff.Research.Report;

/// <summary>An estimate with its interval of 95 %.</summary>
/// <param name="Value">The estimate; not a number when nothing was counted.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct Interval(double Value, double Low, double High)
{
    // The 97.5 % point of the normal distribution.
    private const double Z = 1.959963984540054;
    private const double Tail = 0.025;

    /// <summary>Whether something was counted.</summary>
    internal bool IsKnown => !double.IsNaN(Value);

    /// <summary>The share of successes among independent cases, by Wilson's score interval (1927).</summary>
    internal static Interval Wilson(long successes, long cases)
    {
        if (cases == 0)
        {
            return new Interval(double.NaN, double.NaN, double.NaN);
        }

        double share = (double)successes / cases;
        double scale = 1 + (Z * Z / cases);
        double middle = (share + (Z * Z / (2 * cases))) / scale;
        double half = Z / scale * Math.Sqrt((share * (1 - share) / cases) + (Z * Z / (4.0 * cases * cases)));
        return new Interval(share, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>An estimate and the middle 95 % of its replicates.</summary>
    internal static Interval Of(double value, IEnumerable<double> replicates)
    {
        double[] known = [.. replicates.Where(static replicate => !double.IsNaN(replicate)).Order()];
        return known.Length == 0 || double.IsNaN(value)
            ? new Interval(value, value, value)
            : new Interval(
                value, known[(int)(known.Length * Tail)], known[(int)Math.Ceiling(known.Length * (1 - Tail)) - 1]);
    }
}
