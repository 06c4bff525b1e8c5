using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace NewsDiff.Tool.Demo;

/// <summary>The files of the demo's news site, embedded in the tool.</summary>
internal static class SiteFiles
{
    private const string StoryFolder = "stories/";
    private static readonly Assembly Home = typeof(SiteFiles).Assembly;

    internal static string ReadLayout() => Read("layout.html");

    /// <summary>Reads the stories, the latest published first, as in a feed.</summary>
    internal static ImmutableArray<Story> ReadStories() =>
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(StoryFolder, StringComparison.Ordinal))
            .GroupBy(name => name.Split('/')[1], StringComparer.Ordinal)
            .Select(files => new Story(files.Key, [.. files.Select(ReadVersion).OrderBy(version => version.Round)]))
            .OrderByDescending(story => story.First.PublishedAt),
    ];

    private static (int Round, StoryVersion Version) ReadVersion(string name)
    {
        int round = int.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture);
        return (round, StoryVersion.Parse(Read(name)));
    }

    private static string Read(string name)
    {
        using Stream stream = Home.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The tool was built without its file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
