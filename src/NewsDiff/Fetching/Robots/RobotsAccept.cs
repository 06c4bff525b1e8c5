namespace NewsDiff.Fetching.Robots;

/// <summary>Marks requests for a robots.txt, redirected or not.</summary>
internal static class RobotsAccept
{
    /// <summary>The <c>Accept</c> header of requests for a robots.txt.</summary>
    public const string Value = "text/plain, */*;q=0.5";
}
