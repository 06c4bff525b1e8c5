namespace NewsDiff.Archives.Warc;

/// <summary>Names and values of the WARC format, for reading and writing.</summary>
internal static class WarcNames
{
    public const string Type = "WARC-Type";
    public const string RecordId = "WARC-Record-ID";
    public const string Date = "WARC-Date";
    public const string TargetUri = "WARC-Target-URI";
    public const string BlockDigest = "WARC-Block-Digest";
    public const string PayloadDigest = "WARC-Payload-Digest";
    public const string Profile = "WARC-Profile";
    public const string RefersToTargetUri = "WARC-Refers-To-Target-URI";
    public const string RefersToDate = "WARC-Refers-To-Date";
    public const string ConcurrentTo = "WARC-Concurrent-To";
    public const string WarcInfoId = "WARC-Warcinfo-ID";
    public const string Filename = "WARC-Filename";
    public const string Truncated = "WARC-Truncated";
    public const string ContentType = "Content-Type";
    public const string ContentLength = "Content-Length";

    public const string FieldsType = "application/warc-fields";
    public const string ResponseType = "application/http;msgtype=response";
    public const string RequestType = "application/http;msgtype=request";
    public const string IdenticalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
    public const string NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

    /// <summary>The type of a <c>WARC-Type</c>.</summary>
    public static WarcRecordType TypeOf(string? name) => name?.ToUpperInvariant() switch
    {
        "WARCINFO" => WarcRecordType.WarcInfo,
        "RESPONSE" => WarcRecordType.Response,
        "RESOURCE" => WarcRecordType.Resource,
        "REQUEST" => WarcRecordType.Request,
        "METADATA" => WarcRecordType.Metadata,
        "REVISIT" => WarcRecordType.Revisit,
        "CONVERSION" => WarcRecordType.Conversion,
        "CONTINUATION" => WarcRecordType.Continuation,
        _ => WarcRecordType.Other,
    };

    /// <summary>The <c>WARC-Type</c> of a type.</summary>
    public static string NameOf(WarcRecordType type) => type switch
    {
        WarcRecordType.WarcInfo => "warcinfo",
        WarcRecordType.Response => "response",
        WarcRecordType.Resource => "resource",
        WarcRecordType.Request => "request",
        WarcRecordType.Metadata => "metadata",
        WarcRecordType.Revisit => "revisit",
        WarcRecordType.Conversion => "conversion",
        WarcRecordType.Continuation => "continuation",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Only records of known types can be written."),
    };
}
