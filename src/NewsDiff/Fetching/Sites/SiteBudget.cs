namespace NewsDiff.Fetching.Sites;

/// <summary>How many requests are made in a day: from midnight to midnight, in UTC.</summary>
/// <remarks>Every request counts, also those for robots.txt and after redirects. The default has no limit.</remarks>
/// <param name="OneSite">The most requests to one site; null for any number.</param>
/// <param name="AllSites">The most requests to all sites; null for any number.</param>
internal readonly record struct SiteBudget(int? OneSite, int? AllSites);
