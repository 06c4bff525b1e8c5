using System.Text;

namespace NewsDiff.Fetching.Robots;

/// <summary>One allow or disallow line of a robots.txt.</summary>
/// <param name="Allows">Whether it allows what matches.</param>
/// <param name="Pattern">What it is about.</param>
internal sealed record RobotsRule(bool Allows, RobotsPattern Pattern)
{
    /// <summary>Whether it wins where both match: the longer pattern does, and allowing in a tie.</summary>
    public bool IsStrongerThan(RobotsRule other) =>
        Pattern.Length != other.Pattern.Length ? Pattern.Length > other.Pattern.Length : Allows && !other.Allows;

    /// <inheritdoc/>
    public override string ToString() =>
        (Allows ? "Allow: " : "Disallow: ") + Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Pattern.Text));
}
