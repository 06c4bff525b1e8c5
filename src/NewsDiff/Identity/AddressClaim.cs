namespace NewsDiff.Identity;

/// <summary>Another address of an article, as its page states it or a redirect shows it.</summary>
internal sealed record AddressClaim
{
    /// <summary>The other address.</summary>
    public required Uri Url { get; init; }

    /// <summary>How far it is believed.</summary>
    public required ClaimBelief Belief { get; init; }

    /// <summary>The reason, in a sentence for people.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The key under which a claim is remembered: the article was not seen at that address.
    /// </summary>
    public ArticleKey Key => ArticleKey.OfStatement(Url);

    /// <summary>The belief in words.</summary>
    public string BeliefName => Belief switch
    {
        ClaimBelief.Believed => "believed",
        ClaimBelief.IfFollowed => "if followed",
        _ => "refused",
    };

    /// <summary>The claim, why it is believed or not, and how far, as a line for people.</summary>
    public override string ToString() => $"{Reason} {Url.AbsoluteUri}: {BeliefName}.";
}
