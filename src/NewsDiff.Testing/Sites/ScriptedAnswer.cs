using System.Collections.Immutable;

namespace NewsDiff.Testing.Sites;

/// <summary>An answer of a <see cref="ScriptedSite"/>.</summary>
public sealed record ScriptedAnswer
{
    /// <summary>The status. The default is 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body; empty for none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "text/html; charset=utf-8";

    /// <summary>How many bytes of the body are sent before the connection breaks; null for all.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Further headers.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A page.</summary>
    /// <param name="html">The page.</param>
    public static ScriptedAnswer Page(string html) => new() { Body = html };

    /// <summary>A feed in RSS.</summary>
    /// <param name="xml">The feed.</param>
    public static ScriptedAnswer Feed(string xml) => new() { Body = xml, ContentType = "application/rss+xml" };

    /// <summary>A status without a body.</summary>
    /// <param name="status">The status.</param>
    public static ScriptedAnswer OfStatus(int status) => new() { Status = status };

    /// <summary>A redirect.</summary>
    /// <param name="location">Where it leads.</param>
    /// <param name="status">Its status; 301 is permanent.</param>
    public static ScriptedAnswer Redirect(string location, int status = 301) =>
        OfStatus(status).With("Location", location);

    /// <summary>The answer with one more header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public ScriptedAnswer With(string name, string value) => this with { Headers = Headers.SetItem(name, value) };
}
