namespace NewsDiff.Archives.Warc;

/// <summary>The limits of reading WARC files.</summary>
public sealed record WarcReaderOptions
{
    /// <summary>The largest header of a record, in bytes. The default is 64 KiB.</summary>
    public int MaxHeaderBytes { get; init => field = OptionRange.Check(value, 1024, 1 << 30); } = 64 * 1024;

    /// <summary>The maximum number of problems described; the rest are counted. The default is 1000.</summary>
    public int MaxProblems { get; init => field = OptionRange.Check(value, 0); } = 1000;

    /// <summary>Whether blocks are checked against their digests while they are read. The default is false.</summary>
    public bool CheckDigests { get; init; }
}
