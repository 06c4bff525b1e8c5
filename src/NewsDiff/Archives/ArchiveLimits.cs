namespace NewsDiff.Archives;

/// <summary>What is read of an archive.</summary>
internal static class ArchiveLimits
{
    /// <summary>The most bytes of one capture's content, unpacked; a longer one is none.</summary>
    public const int ContentBytes = 64 * 1024 * 1024;

    /// <summary>The most content codings of one capture, one over the other.</summary>
    public const int ContentCodings = 3;

    /// <summary>The most bytes of the HTTP headers of one capture.</summary>
    public const int HeadBytes = 64 * 1024;

    /// <summary>The most parts of a list of captures that are asked for.</summary>
    public const int TimeMaps = 20;
}
