namespace NewsDiff.Provenance;

/// <summary>Whether a word is in the version that is being read.</summary>
internal enum Presence : byte
{
    /// <summary>An earlier version had it; the previous one did not.</summary>
    Absent = 1,

    /// <summary>The previous version has it; where it is in this one is not known yet.</summary>
    Loose,

    /// <summary>It is in this version.</summary>
    Present,
}
