namespace NewsDiff.Evaluation.Diffing;

/// <summary>The cost of one comparison, and how it reads.</summary>
/// <param name="Class">Its folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Micros">Median processor time of <c>TextDiff.Compute</c>, in microseconds.</param>
/// <param name="DiffPlexMicros">The same of DiffPlex's word differ, or null when it was not run.</param>
/// <param name="AllocatedBytes">The bytes that a call allocates once it is warm.</param>
/// <param name="FirstBytes">
/// The bytes that the first call of a new differ allocates: the result and all buffers.
/// </param>
/// <param name="Shape">How it reads.</param>
/// <param name="LeastWords">
/// The words that a longest common subsequence marks, or null when the texts are too long for it.
/// </param>
internal sealed record PairMeasure(
    string Class,
    string Name,
    double Micros,
    double? DiffPlexMicros,
    long AllocatedBytes,
    long FirstBytes,
    DiffShape Shape,
    int? LeastWords)
{
    private const double TimePerPair = 60_000;

    internal static PairMeasure Of(TextPair pair, bool withDiffPlex, bool withLeast)
    {
        TextDiff diff = TextDiff.Compute(pair.Old, pair.New);
        var own = new List<double>();
        var rival = new List<double>();
        double start = CpuClock.Now();

        // Interleaved, so that a change of clock speed meets both; at least three rounds, or as many as time allows.
        for (int round = 0; round < 25 && (round < 3 || CpuClock.Now() - start < TimePerPair); round++)
        {
            own.Add(Time(() => TextDiff.Compute(pair.Old, pair.New)));
            if (withDiffPlex)
            {
                rival.Add(Time(() => DiffPlexWords.Compare(pair.Old, pair.New)));
            }
        }

        return new PairMeasure(
            pair.Class,
            pair.Name,
            Median(own),
            rival.Count == 0 ? null : Median(rival),
            Allocated(() => TextDiff.Compute(pair.Old, pair.New)),
            Allocated(() => new TextDiffer().Compute(pair.Old, pair.New)),
            DiffShape.Of(diff),
            withLeast ? ExactLcs.CountMarkedWords(pair.Old, pair.New) : null);
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static double Time(Action action)
    {
        double start = CpuClock.Now();
        action();
        return CpuClock.Now() - start;
    }
}
