namespace NewsDiff.Archives.Warc;

/// <summary>The types of records in a WARC file (ISO 28500, 6).</summary>
public enum WarcRecordType
{
    /// <summary>A type unknown to this library; the field <c>WARC-Type</c> names it.</summary>
    Other,

    /// <summary>A description of the following records and their maker.</summary>
    WarcInfo,

    /// <summary>A server's answer.</summary>
    Response,

    /// <summary>A resource, without its protocol.</summary>
    Resource,

    /// <summary>A request to a server.</summary>
    Request,

    /// <summary>Something about another record.</summary>
    Metadata,

    /// <summary>An answer whose content is in an earlier record.</summary>
    Revisit,

    /// <summary>Another form of a record's content.</summary>
    Conversion,

    /// <summary>The rest of a record that was split over several files.</summary>
    Continuation,
}
