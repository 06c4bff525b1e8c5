using System.Collections.Frozen;
using System.Globalization;

namespace NewsDiff.Tool.Demo;

/// <summary>A version of a demo story: header lines, an empty line, and HTML paragraphs.</summary>
internal sealed class StoryVersion
{
    private readonly FrozenDictionary<string, string> _header;

    private StoryVersion(FrozenDictionary<string, string> header, string body)
    {
        _header = header;
        Body = body;
    }

    /// <summary>Whether the page is missing in this version.</summary>
    internal bool IsGone => _header.ContainsKey("status");

    internal string Title => _header["title"];

    internal string Language => _header["language"];

    internal string Section => _header["section"];

    internal string Author => _header["author"];

    internal string Published => _header["published"];

    internal string Modified => _header.GetValueOrDefault("modified", Published);

    /// <summary>The paragraphs, as HTML.</summary>
    internal string Body { get; }

    internal DateTimeOffset PublishedAt => DateTimeOffset.Parse(Published, CultureInfo.InvariantCulture);

    internal static StoryVersion Parse(string text)
    {
        string[] parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        FrozenDictionary<string, string> header = parts[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new StoryVersion(header, parts.Length > 1 ? parts[1].TrimEnd() : "");
    }
}
