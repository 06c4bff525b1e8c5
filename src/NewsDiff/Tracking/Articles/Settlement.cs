namespace NewsDiff.Tracking.Articles;

/// <summary>What a page's statements about its addresses came to.</summary>
/// <param name="Into">The article that the visited one was merged into; null when it was not merged.</param>
/// <param name="Home">Where the visited article is visited from now on; null for where it was.</param>
internal readonly record struct Settlement(TrackedArticle? Into, Uri? Home);
