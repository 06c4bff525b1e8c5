namespace NewsDiff.Archives.Warc;

/// <summary>Where content was first captured; what a revisit refers to.</summary>
/// <param name="Url">The address.</param>
/// <param name="CapturedAt">The time.</param>
internal sealed record CaptureSource(Uri Url, DateTimeOffset CapturedAt);
