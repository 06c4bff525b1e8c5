using NewsDiff.Addresses;

namespace NewsDiff.Notifications.Mastodon;

/// <summary>The account that posts on Mastodon.</summary>
public sealed record MastodonOptions
{
    /// <summary>The channel's name, under which the store remembers what was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The account's server, such as <c>https://mastodon.example</c>.</summary>
    public required Uri Server
    {
        get;
        init => field = WebScheme.IsIn(value)
            ? value
            : throw new ArgumentException("Server must be an absolute http or https address.", nameof(value));
    }

    /// <summary>The access token of an application with the scopes <c>read</c> and <c>write:statuses</c>.</summary>
    /// <remarks>It is never logged. Pictures need the scope <c>write:media</c> too.</remarks>
    public required string Token { get; init; }

    /// <summary>Who sees the posts. The default is everybody.</summary>
    public MastodonVisibility Visibility { get; init; } = MastodonVisibility.Public;

    /// <summary>The maximum number of characters of a post on this server. The default is 500.</summary>
    public int MaxCharacters { get; init => field = OptionRange.Check(value, 100, 100_000); } = 500;

    /// <summary>How long an unreachable server is retried. The default is 1 day.</summary>
    public TimeSpan Patience
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromDays(1);

    /// <summary>The name and the server, without the token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Server.Host})";
}
