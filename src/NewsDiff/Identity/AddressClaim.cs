namespace NewsDiff.Identity;

/// <summary>Another address of an article, as a page states or a server shows.</summary>
public sealed record AddressClaim
{
    /// <summary>The other address.</summary>
    public required Uri Url { get; init; }

    /// <summary>How far it is believed.</summary>
    public required ClaimBelief Belief { get; init; }

    /// <summary>The reason, in a sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>The key of a claimed address, which need not be followed.</summary>
    internal string Key => KeyOf(Url);

    /// <summary>The key under which claims to an address are remembered.</summary>
    internal static string KeyOf(Uri url) => "canonical:" + ArticleKeys.Compute(url)[0]["url:".Length..];
}
