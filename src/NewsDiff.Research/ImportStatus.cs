namespace NewsDiff.Research;

/// <summary>What became of an imported version.</summary>
public enum ImportStatus
{
    /// <summary>It was appended.</summary>
    Appended = 1,

    /// <summary>The store has this text at this time already.</summary>
    Known,

    /// <summary>It is older than the article's latest version, so it was left out.</summary>
    TooLate,

    /// <summary>It could not be read or stored.</summary>
    Failed,
}
