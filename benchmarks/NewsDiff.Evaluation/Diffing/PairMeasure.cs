namespace NewsDiff.Evaluation.Diffing;

/// <summary>What one comparison cost and how it reads.</summary>
/// <param name="Class">The folder it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Micros">Median processor time of <c>TextDiff.Compute</c>, in microseconds.</param>
/// <param name="DiffPlexMicros">The same of DiffPlex's word differ, or null when it was not run.</param>
/// <param name="AllocatedBytes">What a call allocates once it is warm.</param>
/// <param name="MarkedWords">Words deleted plus words inserted.</param>
/// <param name="Runs">Unbroken stretches of change.</param>
/// <param name="SpaceIslands">Kept stretches between two changes that hold no word.</param>
internal sealed record PairMeasure(
    string Class,
    string Name,
    double Micros,
    double? DiffPlexMicros,
    long AllocatedBytes,
    int MarkedWords,
    int Runs,
    int SpaceIslands)
{
    private const double TimePerPair = 60_000;

    internal static PairMeasure Of(TextPair pair, bool withDiffPlex)
    {
        TextDiff diff = TextDiff.Compute(pair.Old, pair.New);
        var own = new List<double>();
        var rival = new List<double>();
        double start = CpuClock.Now();

        // Interleaved, so that a change of clock speed meets both; at least five rounds, or as many as time allows.
        for (int round = 0; round < 25 && (round < 3 || CpuClock.Now() - start < TimePerPair); round++)
        {
            own.Add(Time(() => TextDiff.Compute(pair.Old, pair.New)));
            if (withDiffPlex)
            {
                rival.Add(Time(() => DiffPlexWords.Compare(pair.Old, pair.New)));
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = TextDiff.Compute(pair.Old, pair.New);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        DiffStatistics words = diff.Statistics;
        return new PairMeasure(
            pair.Class,
            pair.Name,
            Median(own),
            rival.Count == 0 ? null : Median(rival),
            allocated,
            words.WordsDeleted + words.WordsInserted,
            CountRuns(diff),
            CountSpaceIslands(diff));
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Time(Action action)
    {
        double start = CpuClock.Now();
        action();
        return CpuClock.Now() - start;
    }

    private static int CountRuns(TextDiff diff)
    {
        int runs = 0;
        for (int i = 0; i < diff.Edits.Length; i++)
        {
            bool changed = diff.Edits[i].Kind != EditKind.Equal;
            runs += changed && (i == 0 || diff.Edits[i - 1].Kind == EditKind.Equal) ? 1 : 0;
        }

        return runs;
    }

    private static int CountSpaceIslands(TextDiff diff)
    {
        int islands = 0;
        for (int i = 1; i + 1 < diff.Edits.Length; i++)
        {
            DiffEdit edit = diff.Edits[i];
            islands += edit.Kind == EditKind.Equal && !diff.NewText.AsSpan()[edit.NewRange].ContainsAnyLetterOrDigit() ? 1 : 0;
        }

        return islands;
    }
}
