namespace NewsDiff.Fetching.Robots;

/// <summary>The lines of a robots.txt for the same agents.</summary>
internal sealed class RobotsGroup
{
    /// <summary>The agents it names, as product tokens; <c>*</c> for any.</summary>
    public List<string> Agents { get; } = [];

    /// <summary>Its rules: in the file's order while it is read, then the strongest first.</summary>
    public List<RobotsRule> Rules { get; } = [];

    /// <summary>The requested pause between requests, or null.</summary>
    public TimeSpan? CrawlDelay { get; set; }

    /// <summary>The strongest rule that matches a path, or null.</summary>
    /// <param name="path">The path, escaped by <see cref="RobotsPattern.Escape"/>.</param>
    public RobotsRule? StrongestFor(string path) => Rules.Find(rule => rule.Pattern.IsMatch(path));
}
