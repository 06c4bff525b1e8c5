namespace NewsDiff.Archives.Warc;

/// <summary>What a record of a WARC file holds (ISO 28500, 6).</summary>
public enum WarcRecordType
{
    /// <summary>A type that this library does not know; the field <c>WARC-Type</c> names it.</summary>
    Other,

    /// <summary>What the following records are and who made them.</summary>
    WarcInfo,

    /// <summary>A server's answer.</summary>
    Response,

    /// <summary>A resource without the protocol it came by.</summary>
    Resource,

    /// <summary>What a server was asked.</summary>
    Request,

    /// <summary>Something about another record.</summary>
    Metadata,

    /// <summary>An answer whose content an earlier record holds.</summary>
    Revisit,

    /// <summary>Another form of a record's content.</summary>
    Conversion,

    /// <summary>The rest of a record that was split over several files.</summary>
    Continuation,
}
