namespace NewsDiff.Fetching.Robots;

/// <summary>What a robots.txt says about one address.</summary>
/// <param name="IsAllowed">Whether the address may be fetched.</param>
/// <param name="Rule">The rule that decided, or null when none speaks of the address.</param>
internal readonly record struct RobotsVerdict(bool IsAllowed, RobotsRule? Rule);
