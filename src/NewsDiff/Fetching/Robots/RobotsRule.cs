using System.Text;

namespace NewsDiff.Fetching.Robots;

/// <summary>One allow or disallow line of a robots.txt.</summary>
/// <param name="Allows">Whether it allows the matching paths.</param>
/// <param name="Pattern">Its pattern.</param>
internal sealed record RobotsRule(bool Allows, RobotsPattern Pattern)
{
    /// <summary>Whether it wins over another matching rule: the longer one, then the allowing one.</summary>
    public bool IsStrongerThan(RobotsRule other) =>
        Pattern.Length != other.Pattern.Length ? Pattern.Length > other.Pattern.Length : Allows && !other.Allows;

    /// <inheritdoc/>
    public override string ToString() =>
        (Allows ? "Allow: " : "Disallow: ") + Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Pattern.Text));
}
