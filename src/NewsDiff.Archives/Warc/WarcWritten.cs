namespace NewsDiff.Archives.Warc;

/// <summary>The result of writing a record.</summary>
/// <param name="RecordId">Its id without angle brackets.</param>
/// <param name="Date">When it was captured.</param>
/// <param name="Location">Where it begins.</param>
/// <param name="PayloadDigest">The digest of its payload; null when it has none.</param>
public sealed record WarcWritten(string RecordId, DateTimeOffset Date, WarcLocation Location, string? PayloadDigest);
