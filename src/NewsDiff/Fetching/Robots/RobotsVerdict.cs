namespace NewsDiff.Fetching.Robots;

/// <summary>The verdict of a robots.txt on one address.</summary>
/// <param name="IsAllowed">Whether the address may be fetched.</param>
/// <param name="Rule">The deciding rule, or null when no rule matches.</param>
internal readonly record struct RobotsVerdict(bool IsAllowed, RobotsRule? Rule);
