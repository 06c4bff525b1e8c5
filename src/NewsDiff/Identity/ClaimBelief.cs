namespace NewsDiff.Identity;

/// <summary>How far a claim about an article's address is believed.</summary>
internal enum ClaimBelief
{
    /// <summary>Not at all: it would make different articles one.</summary>
    Refused = 1,

    /// <summary>Only when an article is followed at that very address.</summary>
    IfFollowed,

    /// <summary>It is another address of the article, as soon as the texts agree.</summary>
    Believed,
}
