namespace NewsDiff.Fetching.Robots;

/// <summary>An answer to a request for a robots.txt, as it is kept for other processes.</summary>
/// <param name="IsUnreachable">Whether the site failed to give its rules.</param>
/// <param name="File">The bytes of the file; null when there is none.</param>
/// <param name="Reason">Why there is no file, or null.</param>
internal sealed record RobotsForm(bool IsUnreachable, byte[]? File, string? Reason);
