namespace NewsDiff.Fetching.Robots;

/// <summary>What a site said when asked for its robots.txt.</summary>
/// <param name="Kind">What came of asking.</param>
/// <param name="File">The file; empty when the site has none or could not be asked.</param>
/// <param name="Reason">Why it could not be asked, or null.</param>
/// <param name="Failure">How asking ended, when no answer came at all.</param>
internal sealed record RobotsAnswer(
    RobotsAnswerKind Kind, RobotsFile File, string? Reason = null, FetchStatus Failure = FetchStatus.Failed);
