namespace NewsDiff.Archives;

/// <summary>Limits on reading an archive.</summary>
internal static class ArchiveLimits
{
    /// <summary>The maximum number of bytes of one capture's uncompressed content; a longer one is ignored.</summary>
    public const int ContentBytes = 64 * 1024 * 1024;

    /// <summary>The maximum number of nested content codings of one capture.</summary>
    public const int ContentCodings = 3;

    /// <summary>The maximum number of bytes of the HTTP headers of one capture.</summary>
    public const int HeadBytes = 64 * 1024;

    /// <summary>The maximum number of parts of a list of captures that are requested.</summary>
    public const int TimeMaps = 20;
}
