namespace NewsDiff.Archives.Warc;

/// <summary>The first capture of a content, which revisits refer to.</summary>
/// <param name="Url">The address.</param>
/// <param name="CapturedAt">The time.</param>
internal sealed record CaptureSource(Uri Url, DateTimeOffset CapturedAt);
