using System.Text;

namespace NewsDiff.Fetching.Robots;

/// <summary>A robots.txt, read by RFC 9309.</summary>
internal sealed class RobotsFile
{
    private const string AnyAgent = "*";

    private readonly Dictionary<string, List<RobotsGroup>> _groups = new(StringComparer.OrdinalIgnoreCase);

    internal RobotsFile(IEnumerable<RobotsGroup> groups)
    {
        foreach (RobotsGroup group in groups)
        {
            group.Rules.Sort(
                static (left, right) => left.IsStrongerThan(right) ? -1 : right.IsStrongerThan(left) ? 1 : 0);
            foreach (string agent in group.Agents.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!_groups.TryGetValue(agent, out List<RobotsGroup>? named))
                {
                    named = [];
                    _groups.Add(agent, named);
                }

                named.Add(group);
            }
        }
    }

    /// <summary>A file that forbids nothing.</summary>
    public static RobotsFile Empty { get; } = new([]);

    /// <summary>Reads a file; unknown lines are skipped.</summary>
    /// <param name="content">The bytes; the caller bounds them.</param>
    /// <returns>The file.</returns>
    public static RobotsFile Parse(ReadOnlySpan<byte> content) => RobotsParser.Parse(content);

    /// <summary>Decides whether an agent may fetch a path.</summary>
    /// <remarks>The longest matching rule wins, and allowing wins a tie.</remarks>
    /// <param name="agent">The agent's product token.</param>
    /// <param name="pathAndQuery">The path with its query, as in a request.</param>
    /// <returns>The verdict and the rule that gave it.</returns>
    public RobotsVerdict Check(string agent, string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
        {
            return new RobotsVerdict(IsAllowed: true, Rule: null);
        }

        // One character for each byte, as in patterns.
        string bytes = Ascii.IsValid(pathAndQuery)
            ? pathAndQuery
            : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(pathAndQuery));
        string path = RobotsPattern.Escape(bytes);
        RobotsRule? best = null;
        foreach (RobotsGroup group in GroupsFor(agent))
        {
            RobotsRule? own = group.StrongestFor(path);
            best = best is null || own?.IsStrongerThan(best) == true ? own : best;
        }

        return new RobotsVerdict(best?.Allows ?? true, best);
    }

    /// <summary>The pause between requests that the file asks an agent to make.</summary>
    /// <param name="agent">The agent's product token.</param>
    /// <returns>The longest requested pause, or null.</returns>
    public TimeSpan? CrawlDelayOf(string agent) => GroupsFor(agent).Max(group => group.CrawlDelay);

    /// <summary>All groups that name the agent; otherwise all groups for any agent.</summary>
    private List<RobotsGroup> GroupsFor(string agent) =>
        _groups.GetValueOrDefault(agent) ?? _groups.GetValueOrDefault(AnyAgent) ?? [];
}
