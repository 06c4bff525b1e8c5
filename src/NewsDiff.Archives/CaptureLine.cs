using System.Collections.Immutable;

namespace NewsDiff.Archives;

/// <summary>One capture in a folder's list, with its content named by its hash.</summary>
internal sealed record CaptureLine
{
    /// <summary>The address of a capture that has none.</summary>
    private static readonly Uri Nowhere = new("about:blank");

    public Uri Url { get; init; } = Nowhere;

    public DateTimeOffset CapturedAt { get; init; }

    public int Status { get; init; }

    public string Phrase { get; init; } = "";

    public bool IsTruncated { get; init; }

    /// <summary>The hash of the content; null when there was none.</summary>
    public string? Page { get; init; }

    /// <summary>Names and values, alternating.</summary>
    public ImmutableArray<string> Headers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Names and values, alternating.</summary>
    public ImmutableArray<string> RequestHeaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether no name and no value of the fields is null.</summary>
    public bool HasNoNull =>
        !(Headers.IsDefault ? [] : Headers).Contains(null!)
            && !(RequestHeaders.IsDefault ? [] : RequestHeaders).Contains(null!);

    public static ImmutableArray<string> Pair(ImmutableArray<HttpField> fields) =>
        [.. fields.SelectMany<HttpField, string>(static field => [field.Name, field.Value])];

    public CaptureEntry ToEntry(string key) => new()
    {
        Url = Url,
        CapturedAt = CapturedAt,
        StatusCode = Status,
        ContentType = Fields(Headers).FirstOrDefault(
            static field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value,
        Key = key,
    };

    public Capture ToCapture(byte[] content) => new()
    {
        Url = Url,
        CapturedAt = CapturedAt,
        StatusCode = Status,
        ReasonPhrase = Phrase,
        Headers = Fields(Headers),
        Body = content,
        IsTruncated = IsTruncated,
        RequestHeaders = Fields(RequestHeaders),
    };

    private static ImmutableArray<HttpField> Fields(ImmutableArray<string> pairs) =>
        pairs.IsDefault
            ? []
            : [.. pairs.Chunk(2)
                .Where(static pair => pair.Length == 2)
                .Select(static pair => new HttpField(pair[0], pair[1]))];
}
