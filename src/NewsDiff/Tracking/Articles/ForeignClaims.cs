using NewsDiff.Addresses;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides which of two articles on different sites stands when they are one.</summary>
/// <remarks>
/// A page may copy a story of another site, redirect there, and show its own text again later. It therefore cannot take
/// over the other site's article: its history stands only if it had the story before the other article was known, and
/// if its redirect is permanent on two days; or if its text was read on the other site all along.
/// </remarks>
internal static class ForeignClaims
{
    /// <summary>Whether the other article survives a merge; null when they stay apart for now.</summary>
    /// <param name="sight">What the visit shows.</param>
    /// <param name="other">The article of another site.</param>
    /// <param name="theirs">Its current version, or null.</param>
    /// <param name="theirHome">Where it is visited.</param>
    public static bool? Survives(IdentitySight sight, TrackedArticle other, ArticleVersion? theirs, Uri theirHome)
    {
        bool isOneStory = theirs is null
            ? sight.IsMovedTo(other)
            : SameStory.Is(theirs.Article, sight.Fetched.Article!);
        return !isOneStory ? null
            : sight.LeadsTo(theirHome) ? SurvivesMover(sight, other, theirs)
            : SurvivesAsMover(sight, other, theirs);
    }

    /// <summary>Whether the other article stands when the visited one leads to it.</summary>
    private static bool? SurvivesMover(IdentitySight sight, TrackedArticle other, ArticleVersion? theirs)
    {
        bool stands = sight.Latest is { } latest
            && latest.SeenAt < other.FirstSeenAt
            && IdentitySight.IsOlder(sight.Self, other);
        return !stands
            ? theirs is null ? null : true
            : sight.HasMoved || !sight.IsRedirected ? false : null;
    }

    /// <summary>Whether the other article stands when it led to the visited one at an earlier visit.</summary>
    /// <remarks>What it said on its own site is not the word of this one.</remarks>
    private static bool? SurvivesAsMover(IdentitySight sight, TrackedArticle other, ArticleVersion? theirs) =>
        theirs is { } read && SiteName.IsOne(read.Article.Url, sight.Visit.Url)
            ? sight.Latest is null || IdentitySight.IsOlder(other, sight.Self)
            : null;
}
