namespace NewsDiff.Identity;

/// <summary>Another address under which a page says, or a server shows, that an article is known.</summary>
/// <param name="Url">The other address.</param>
/// <param name="Belief">How far it is believed.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
public sealed record AddressClaim(Uri Url, ClaimBelief Belief, string Reason)
{
    /// <summary>The key under which a claim is remembered; an address that is claimed is not yet an address that is followed.</summary>
    internal string Key => KeyOf(Url);

    /// <summary>The key under which claims to an address are remembered.</summary>
    internal static string KeyOf(Uri url) => "canonical:" + ArticleKeys.Of(url)[0]["url:".Length..];
}
