namespace NewsDiff.Identity;

/// <summary>How far a claim about an article's address is believed.</summary>
internal enum ClaimBelief
{
    /// <summary>Never: it would merge different articles.</summary>
    Refused = 1,

    /// <summary>Only if an article is followed at exactly that address.</summary>
    IfFollowed,

    /// <summary>It is another address of the article, as soon as the texts agree.</summary>
    Believed,
}
