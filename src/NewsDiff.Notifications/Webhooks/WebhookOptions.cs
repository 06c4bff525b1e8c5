using NewsDiff.Addresses;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Where and how a webhook is sent.</summary>
public sealed record WebhookOptions
{
    /// <summary>The channel's name, under which the store remembers what was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The address that receives it. It may hold a secret, and is never logged.</summary>
    public required Uri Url
    {
        get;
        init => field = WebScheme.IsIn(value)
            ? value
            : throw new ArgumentException("Url must be an absolute http or https address.", nameof(value));
    }

    /// <summary>The form of the body. The default is our own JSON.</summary>
    public WebhookShape Shape { get; init; } = WebhookShape.NewsDiff;

    /// <summary>The secret of the signature, as Standard Webhooks writes it; null for no signature.</summary>
    /// <remarks>24 to 64 bytes in Base64, with or without <c>whsec_</c> before them.</remarks>
    public string? Secret
    {
        get;
        init
        {
            WebhookSignature.CheckSecret(value);
            field = value;
        }
    }

    /// <summary>How long the receiver may take. The default is 15 seconds.</summary>
    public TimeSpan Timeout { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(15);

    /// <summary>How long an unreachable receiver is retried. The default is 1 day.</summary>
    /// <remarks>Later notifications wait meanwhile, so that the order is kept.</remarks>
    public TimeSpan Patience
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromDays(1);

    /// <summary>The name and the host, without possible secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Shape}, {Url.Host})";
}
