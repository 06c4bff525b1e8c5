namespace NewsDiff.Fetching;

/// <summary>What a site's robots.txt said, for an <see cref="ISiteStore"/>.</summary>
/// <param name="Answer">The answer in the library's own form; stores keep it as it is.</param>
/// <param name="ValidFor">How long it may be used from now on.</param>
public sealed record KeptRobots(string Answer, TimeSpan ValidFor);
