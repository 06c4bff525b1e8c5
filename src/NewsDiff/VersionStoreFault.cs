namespace NewsDiff;

/// <summary>Why a database cannot be used, as far as a program can act on it.</summary>
public enum VersionStoreFault
{
    /// <summary>Another reason, which only the message tells.</summary>
    Other = 1,

    /// <summary>A later version of NewsDiff has upgraded the database.</summary>
    NewerSchema,

    /// <summary>The database may only be read.</summary>
    ReadOnly,

    /// <summary>The file was moved, deleted or replaced while it was open.</summary>
    Replaced,
}
