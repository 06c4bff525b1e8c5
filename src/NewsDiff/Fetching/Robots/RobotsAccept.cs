namespace NewsDiff.Fetching.Robots;

/// <summary>How requests for a robots.txt can be told from others, redirected or not.</summary>
internal static class RobotsAccept
{
    /// <summary>The <c>Accept</c> header of requests for a robots.txt.</summary>
    public const string Value = "text/plain, */*;q=0.5";
}
