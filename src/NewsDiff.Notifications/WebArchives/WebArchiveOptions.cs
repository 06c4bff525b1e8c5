using NewsDiff.Addresses;

namespace NewsDiff.Notifications.WebArchives;

/// <summary>A web archive that is asked to save pages when they change.</summary>
public sealed record WebArchiveOptions
{
    /// <summary>The channel's name, under which the store remembers what was asked.</summary>
    public required string Name { get; init; }

    /// <summary>The archive. The default is the Internet Archive, <c>https://web.archive.org</c>.</summary>
    public Uri Server
    {
        get;
        init => field = WebScheme.IsIn(value)
            ? value
            : throw new ArgumentException("Server must be an absolute http or https address.", nameof(value));
    } = new("https://web.archive.org/");

    /// <summary>The access key of an account and its secret, as <c>key:secret</c>; null for none.</summary>
    /// <remarks>The default is null. The Internet Archive takes more requests with one. It is never logged.</remarks>
    public string? Key { get; init; }

    /// <summary>The minimum time between two requests. The default is 20 seconds.</summary>
    public TimeSpan Gap
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, TimeSpan.FromHours(1));
    } = TimeSpan.FromSeconds(20);

    /// <summary>How long an unreachable or busy archive is asked again. The default is 2 hours.</summary>
    public TimeSpan Patience
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromHours(2);

    /// <summary>The name and the archive, without the key.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Server.Host})";
}
