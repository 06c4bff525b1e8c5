namespace NewsDiff.Archives.Warc;

/// <summary>How WARC files are written.</summary>
public sealed record WarcWriterOptions
{
    /// <summary>Whether each record is compressed as a separate gzip member. The default is true.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <summary>How digests are computed. The default is <see cref="WarcDigestAlgorithm.Sha1"/>.</summary>
    public WarcDigestAlgorithm Digest { get; init; }

    /// <summary>Makes the record ids of this writer differ from those of others.</summary>
    /// <remarks>
    /// The default is empty. An id is made of this, the record's number, date, address and content: the same run gives
    /// the same ids.
    /// </remarks>
    public string IdSeed { get; init; } = "";
}
