using NewsDiff.Addresses;

namespace NewsDiff.Notifications.Bluesky;

/// <summary>The account that posts on Bluesky.</summary>
public sealed record BlueskyOptions
{
    /// <summary>The channel's name, under which the store remembers what was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The account's server. The default is <c>https://bsky.social</c>.</summary>
    public Uri Server
    {
        get;
        init => field = WebScheme.IsIn(value)
            ? value
            : throw new ArgumentException("Server must be an absolute http or https address.", nameof(value));
    } = new("https://bsky.social");

    /// <summary>The account's handle, such as <c>diffs.example.org</c>.</summary>
    public required string Handle { get; init; }

    /// <summary>An app password of the account. It is never logged.</summary>
    public required string Password { get; init; }

    /// <summary>How long an unreachable server is retried. The default is 1 day.</summary>
    public TimeSpan Patience
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromDays(1);

    /// <summary>The name, the handle and the server, without the password.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Handle}, {Server.Host})";
}
