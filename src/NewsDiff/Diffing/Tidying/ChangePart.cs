namespace NewsDiff.Diffing.Tidying;

/// <summary>What a change has in one paragraph, in quarters of a word.</summary>
internal struct ChangePart
{
    /// <summary>Which change it is.</summary>
    internal int Hunk;

    /// <summary>Where the whole change begins in the new text, in tokens.</summary>
    internal int NewStart;

    /// <summary>Where it ends.</summary>
    internal int NewEnd;

    /// <summary>The length of its longer side.</summary>
    internal int Length;

    /// <summary>How much it counts for kept words near by.</summary>
    internal int Share;

    /// <summary>How much changed near the kept stretch before it.</summary>
    internal int Near;
}
