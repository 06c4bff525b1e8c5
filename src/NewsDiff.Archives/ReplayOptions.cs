using System.Collections.Immutable;
using NewsDiff.Extraction;

namespace NewsDiff.Archives;

/// <summary>How archived captures are replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>The feeds to follow; empty for those of the recorded run.</summary>
    /// <remarks>If those are unknown, every feed is followed. The default is none.</remarks>
    public ImmutableArray<Uri> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether every page counts as an article and no feed is followed.</summary>
    /// <remarks>The default is false.</remarks>
    public bool TakesPages { get; init; }

    /// <summary>Whether archived robots.txt files are obeyed, as in the recorded run.</summary>
    /// <remarks>
    /// The default is true. Set it to false for archives of crawlers with other rules: their pages are already fetched.
    /// </remarks>
    public bool RespectRobots { get; init; } = true;

    /// <summary>The name by which rules are looked up in a robots.txt. The default is <c>NewsDiff</c>.</summary>
    public string RobotsAgent { get; init; } = "NewsDiff";

    /// <summary>The largest body, in bytes after decompression. The default is 10 MiB.</summary>
    public int MaxBodyBytes { get; init => field = OptionRange.Check(value, 1, 1 << 30); } = 10 * 1024 * 1024;

    /// <summary>The extractor of pages; null for the default one.</summary>
    public IArticleExtractor? Extractor { get; init; }
}
