using System.Collections.Immutable;
using MimeKit;

namespace NewsDiff.Notifications.Mail;

/// <summary>Where and how mail is sent.</summary>
/// <remarks>Equality compares the receivers by reference.</remarks>
public sealed record MailOptions
{
    /// <summary>The channel's name, under which the store remembers what was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The host name of the mail server.</summary>
    public required string Server { get; init; }

    /// <summary>The server's port. The default is 587.</summary>
    public int Port { get; init => field = OptionRange.Check(value, 1, 65535); } = 587;

    /// <summary>How the connection is protected. The default is <see cref="MailSecurity.Required"/>.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Required;

    /// <summary>The user that logs in; null for no login. The default is null.</summary>
    public string? User { get; init; }

    /// <summary>The user's password; it is never logged.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's address, such as <c>NewsDiff &lt;diffs@example.org&gt;</c>.</summary>
    public required string From { get; init => field = CheckAddress(value, nameof(From)); }

    /// <summary>The receivers' addresses, at least one.</summary>
    public required ImmutableArray<string> To
    {
        get;
        init => field = value.IsDefaultOrEmpty
            ? throw new ArgumentException("To must have at least one address.", nameof(value))
            : [.. value.Select(address => CheckAddress(address, nameof(To)))];
    }

    /// <summary>How long the server may take. The default is 30 seconds.</summary>
    public TimeSpan Timeout { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long an unreachable server is retried. The default is 1 day.</summary>
    /// <remarks>Later notifications wait meanwhile, so that the order is kept.</remarks>
    public TimeSpan Patience
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromDays(1);

    /// <summary>The name, the server and the receivers, without the password.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Server}, to {string.Join(", ", To)})";

    private static string CheckAddress(string address, string option) =>
        MailboxAddress.TryParse(address, out MailboxAddress? parsed)
            && parsed.Address.Contains('@', StringComparison.Ordinal)
            ? address
            : throw new ArgumentException($"{option} has '{address}', which is not a mail address.", nameof(address));
}
