namespace NewsDiff.Archives.Warc;

/// <summary>How the digests of a WARC file are computed.</summary>
public enum WarcDigestAlgorithm
{
    /// <summary>SHA-1, which nearly all WARC files use and all tools know.</summary>
    Sha1 = 1,

    /// <summary>SHA-256.</summary>
    Sha256,
}
