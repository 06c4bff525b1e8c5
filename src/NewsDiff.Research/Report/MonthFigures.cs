namespace NewsDiff.Research.Report;

/// <summary>The counts of one month of a source.</summary>
internal sealed class MonthFigures
{
    /// <summary>How many articles were first seen in it.</summary>
    internal long Articles { get; set; }

    internal long Changes { get; private set; }

    internal long Headlines { get; private set; }

    internal long Silent { get; private set; }

    internal long Corrections { get; private set; }

    /// <summary>How many sentences had each of <see cref="CorpusFigures.Actions"/>.</summary>
    internal long[] Actions { get; } = new long[CorpusFigures.Actions.Length];

    internal void Add(ChangeFigures change)
    {
        Changes++;
        Headlines += change.IsOfHeadline ? 1 : 0;
        Silent += change.IsSilent ? 1 : 0;
        Corrections += change.IsCorrection ? 1 : 0;
        for (int i = 0; i < Actions.Length; i++)
        {
            Actions[i] += change.Actions[i];
        }
    }
}
