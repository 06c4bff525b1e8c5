namespace NewsDiff.Fetching.Robots;

/// <summary>One allow or disallow line of a robots.txt.</summary>
/// <param name="Allows">Whether it allows what matches.</param>
/// <param name="Pattern">What it is about.</param>
internal sealed record RobotsRule(bool Allows, RobotsPattern Pattern)
{
    /// <inheritdoc/>
    public override string ToString() => (Allows ? "Allow: " : "Disallow: ") + Pattern.Text;
}
