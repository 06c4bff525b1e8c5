namespace NewsDiff.Archives.Warc;

/// <summary>A written record: its id, its time and its place.</summary>
public sealed record WarcWritten
{
    /// <summary>Its id without angle brackets.</summary>
    public required string RecordId { get; init; }

    /// <summary>When it was captured.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Where it begins.</summary>
    public required WarcLocation Location { get; init; }

    /// <summary>The digest of its payload; null when none was named.</summary>
    public string? PayloadDigest { get; init; }
}
