using NewsDiff.Classification;

namespace NewsDiff.Evaluation.Classes;

/// <summary>How well the classes of some changes agree with those that a reader saw.</summary>
internal sealed class ClassScores
{
    /// <summary>The largest significance of a change that no alert should tell of.</summary>
    private const int Noise = 10;

    /// <summary>Byline, Silent and Revert cannot be read off these texts.</summary>
    private static readonly ChangeClass[] Scored =
    [
        .. Enum.GetValues<ChangeClass>()
            .Except([ChangeClass.Byline, ChangeClass.Silent, ChangeClass.Revert]),
    ];

    private static readonly ChangeClass[] Weighty =
        [ChangeClass.Number, ChangeClass.Name, ChangeClass.Quotation, ChangeClass.Negation];

    private readonly Dictionary<ChangeClass, (int Right, int Found, int Real)> _counts =
        Scored.ToDictionary(of => of, _ => (0, 0, 0));

    /// <summary>The number of changes.</summary>
    internal int Changes { get; private set; }

    /// <summary>How many changes of a number, name, quotation or denial rank as noise.</summary>
    internal int NoiseLabels { get; private set; }

    /// <summary>How many of them have no class at all but that no notice mentions them.</summary>
    internal int WithoutClass { get; private set; }

    /// <summary>The mean of the F1 of the classes that occur in the gold.</summary>
    internal double MacroF1 => Rows.Where(row => row.Real > 0).Average(row => row.F1);

    internal IEnumerable<(ChangeClass Class, int Right, int Found, int Real, double F1)> Rows => Scored.Select(of =>
    {
        (int right, int found, int real) = _counts[of];
        return (of, right, found, real, found + real == 0 ? 0 : 2.0 * right / (found + real));
    });

    internal void Count(HandClasses gold, ChangeClasses found)
    {
        Changes++;
        foreach (ChangeClass of in Scored)
        {
            (bool isReal, bool isFound) = (gold.Labels.Contains(of), IsFound(found, of));
            (int right, int all, int real) = _counts[of];
            _counts[of] = (right + (isReal && isFound ? 1 : 0), all + (isFound ? 1 : 0), real + (isReal ? 1 : 0));
        }

        if (Weighty.Any(of => gold.Labels.Contains(of)))
        {
            NoiseLabels += found.Significance <= Noise ? 1 : 0;
            WithoutClass += found.Labels.All(label => !Scored.Contains(label.Class)) ? 1 : 0;
        }
    }

    /// <summary>The classes that only the reader saw, and those that only the classifier found.</summary>
    internal static (ChangeClass[] Missed, ChangeClass[] Wrong) Compare(HandClasses gold, ChangeClasses found) =>
    (
        [.. Scored.Where(of => gold.Labels.Contains(of) && !IsFound(found, of))],
        [.. Scored.Where(of => !gold.Labels.Contains(of) && IsFound(found, of))]);

    /// <remarks>
    /// The reader called a whole change typography; the classifier says it of single places, and nothing where only
    /// white space differs.
    /// </remarks>
    private static bool IsFound(ChangeClasses found, ChangeClass of) =>
        of == ChangeClass.Typography ? found.Significance <= Noise : found.Has(of);
}
