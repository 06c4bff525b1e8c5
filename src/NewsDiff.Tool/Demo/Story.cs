using System.Collections.Immutable;

namespace NewsDiff.Tool.Demo;

/// <summary>A story of the demo, with the round at which each of its states begins.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Versions">Its states and the rounds in which they begin, in order; the first from round 1.</param>
internal sealed record Story(string Slug, ImmutableArray<(int Round, StoryVersion Version)> Versions)
{
    internal StoryVersion First => Versions[0].Version;

    internal StoryVersion At(int round) => Versions.Last(entry => entry.Round <= round).Version;
}
