namespace NewsDiff.Diffing.Tidying;

/// <summary>The part of a change in one paragraph. Lengths are in quarters of a word.</summary>
internal struct ChangePart
{
    /// <summary>The index of the change.</summary>
    internal int Hunk;

    /// <summary>Where the whole change begins in the new text, in tokens.</summary>
    internal int NewStart;

    /// <summary>Where the whole change ends in the new text, in tokens.</summary>
    internal int NewEnd;

    /// <summary>The length of the part on its longer side.</summary>
    internal int Length;

    /// <summary>How much the part counts when the kept words nearby are judged.</summary>
    internal int Share;

    /// <summary>How much changed near the kept stretch before this part.</summary>
    internal int Near;
}
