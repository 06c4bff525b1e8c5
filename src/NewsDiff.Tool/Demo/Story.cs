using System.Collections.Immutable;

namespace NewsDiff.Tool.Demo;

/// <summary>A story of the demo, with the round in which each of its versions begins.</summary>
/// <param name="Slug">The story's name in addresses.</param>
/// <param name="Versions">
/// The versions and the rounds in which they begin, in order; the first begins in round 1.
/// </param>
internal sealed record Story(string Slug, ImmutableArray<(int Round, StoryVersion Version)> Versions)
{
    internal StoryVersion First => Versions[0].Version;

    internal StoryVersion At(int round) => Versions.Last(entry => entry.Round <= round).Version;
}
