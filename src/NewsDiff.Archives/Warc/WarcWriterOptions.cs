namespace NewsDiff.Archives.Warc;

/// <summary>How WARC files are written.</summary>
public sealed record WarcWriterOptions
{
    /// <summary>Whether each record is compressed as a separate gzip member. The default is true.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <summary>How digests are computed. The default is <see cref="WarcDigestAlgorithm.Sha1"/>.</summary>
    public WarcDigestAlgorithm Digest { get; init; } = WarcDigestAlgorithm.Sha1;

    /// <summary>Makes the record ids of this writer differ from those of others.</summary>
    /// <remarks>
    /// The default is empty. An id is made from this seed and the record's number, date, address and content, so that
    /// equal runs give equal ids.
    /// </remarks>
    public string IdSeed { get; init; } = "";
}
