namespace NewsDiff.Research.Report;

/// <summary>Times from publication to changes, counted in steps of a twelfth of a power of ten.</summary>
internal sealed class Delays
{
    private const int StepsPerPower = 12;
    private const int Steps = 8 * StepsPerPower;
    private const double MinutesPerHour = 60;

    private readonly long[] _counts = new long[Steps];
    private readonly int[][] _replicates =
        [.. Enumerable.Range(0, Replicates.Count).Select(static _ => new int[Steps])];

    /// <summary>How many edits came later than one time and not later than another, in hours.</summary>
    /// <remarks>A step belongs to where its middle is.</remarks>
    internal long CountBetween(double since, double until) =>
        Enumerable.Range(0, Steps).Where(step => HoursOf(step + 0.5) > since && HoursOf(step + 0.5) <= until)
            .Sum(step => _counts[step]);

    /// <summary>The share of the edits between two times in hours.</summary>
    internal Interval ShareBetween(double since, double until)
    {
        bool IsIn(int step) => HoursOf(step + 0.5) > since && HoursOf(step + 0.5) <= until;
        return Interval.Of(
            ShareOf(step => _counts[step], IsIn),
            Enumerable.Range(0, Replicates.Count).Select(i => ShareOf(step => _replicates[i][step], IsIn)));
    }

    /// <summary>The median in hours.</summary>
    internal Interval Median => Interval.Of(
        MedianOf(step => _counts[step]),
        Enumerable.Range(0, Replicates.Count).Select(i => MedianOf(step => _replicates[i][step])));

    internal void Add(double hours, byte[] weights)
    {
        double minutes = Math.Max(1, hours * MinutesPerHour);
        int step = Math.Min(Steps - 1, (int)(Math.Log10(minutes) * StepsPerPower));
        _counts[step]++;
        for (int i = 0; i < weights.Length; i++)
        {
            _replicates[i][step] += weights[i];
        }
    }

    private static double ShareOf(Func<int, long> countOf, Func<int, bool> isIn)
    {
        long all = Enumerable.Range(0, Steps).Sum(countOf);
        return all == 0 ? double.NaN : (double)Enumerable.Range(0, Steps).Where(isIn).Sum(countOf) / all;
    }

    private static double MedianOf(Func<int, long> countOf)
    {
        long all = Enumerable.Range(0, Steps).Sum(countOf);
        long before = 0;
        for (int step = 0; step < Steps; step++)
        {
            long here = countOf(step);
            if (here > 0 && before + here >= (all + 1) / 2.0)
            {
                return HoursOf(step + ((((all + 1) / 2.0) - before) / (here + 1)));
            }

            before += here;
        }

        return double.NaN;
    }

    private static double HoursOf(double step) => Math.Pow(10, step / StepsPerPower) / MinutesPerHour;
}
