namespace NewsDiff.Archives.Warc;

/// <summary>Kinds of faults in a WARC file.</summary>
public enum WarcProblemKind
{
    /// <summary>The file breaks off inside a record.</summary>
    Truncated = 1,

    /// <summary>A compressed part cannot be unpacked, or its checksum does not match.</summary>
    Damaged,

    /// <summary>There are bytes between two records that belong to neither.</summary>
    Garbage,

    /// <summary>A record's header exceeds the limit.</summary>
    HeaderTooLarge,

    /// <summary>A record's length is missing or wrong.</summary>
    BadLength,

    /// <summary>A record's block does not match its digest.</summary>
    DigestMismatch,

    /// <summary>A capture's date is missing or wrong; the capture is left out.</summary>
    BadDate,
}
