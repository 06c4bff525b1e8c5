namespace NewsDiff.Archives.Warc;

/// <summary>What is wrong with a part of a WARC file.</summary>
public enum WarcProblemKind
{
    /// <summary>The file breaks off inside a record.</summary>
    Truncated = 1,

    /// <summary>A compressed part cannot be unpacked, or its checksum is another.</summary>
    Damaged,

    /// <summary>There are bytes between two records that belong to neither.</summary>
    Garbage,

    /// <summary>A record's header passes the limit.</summary>
    HeaderTooLarge,

    /// <summary>A record does not say how long it is, or says it wrongly.</summary>
    BadLength,

    /// <summary>A record's block is not what its digest says.</summary>
    DigestMismatch,
}
