namespace NewsDiff;

/// <summary>The differences that are ignored, and how a comparison is presented.</summary>
/// <remarks>
/// White space of any kind and length, and canonically equivalent characters (NFC and NFD), always count as equal; a
/// change may include the white space beside it.
/// </remarks>
public sealed record DiffOptions
{
    /// <summary>The defaults.</summary>
    public static DiffOptions Default { get; } = new();

    /// <summary>Treats quotes, dashes and ellipses as equal, however they are set. The default is false.</summary>
    public bool IgnoreTypography { get; init; }

    /// <summary>Treats soft hyphens and zero-width characters as absent. The default is false.</summary>
    public bool IgnoreInvisible { get; init; }

    /// <summary>Treats upper and lower case as equal. The default is false.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>A changed passage with a smaller share of kept words is shown replaced whole.</summary>
    /// <remarks>
    /// The share is from 0 to 1. The default is 0.2. It is counted on the side with fewer words, so that a passage that
    /// was only extended is not replaced.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a share.</exception>
    public double ReplaceWholeBelow
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    }
    = 0.2;

    /// <summary>How far to search for the fewest edits, 1 to 4,096. The default is 256.</summary>
    /// <remarks>
    /// A text is divided at words that occur once on both sides, with equal neighbours. A changed stretch between them
    /// of at most 16 times this many words is solved exactly; a longer one is divided again, or solved in parts of that
    /// size. It is counted, not timed: the same input gives the same result on every machine.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 4,096.</exception>
    public int MaxEffort
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 4096);
            field = value;
        }
    }
    = 256;
}
