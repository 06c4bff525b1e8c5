namespace NewsDiff.Evaluation.Workers;

/// <summary>How the workers of one run behaved, as the sites saw it.</summary>
/// <param name="Pages">The pages that were asked for.</param>
/// <param name="Intervals">The pairs of requests to one site, one after the other.</param>
/// <param name="ShortGaps">How often a site was asked before its gap had passed, or while it answered.</param>
/// <param name="Twice">How often a page was asked for again too soon by another or the same worker.</param>
/// <param name="AfterKill">How often that was because the first one was killed before it had saved the page.</param>
/// <param name="Robots">The requests for robots.txt.</param>
internal sealed record Manners(int Pages, int Intervals, int ShortGaps, int Twice, int AfterKill, int Robots)
{
    /// <summary>Judges requests.</summary>
    /// <param name="requests">All requests of the run.</param>
    /// <param name="gap">The least time between the end of a request and the next one.</param>
    /// <param name="least">The least time between two visits of a page.</param>
    /// <param name="killed">The workers that were killed.</param>
    public static Manners Of(SiteRequest[] requests, TimeSpan gap, TimeSpan least, HashSet<int> killed)
    {
        (SiteRequest First, SiteRequest Next)[] sites = [.. Pairs(requests.GroupBy(request => $"{request.Site}"))];
        (SiteRequest First, SiteRequest Next)[] again =
        [
            .. Pairs(requests.Where(request => request.IsPage).GroupBy(request => $"{request.Site} {request.Path}"))
                .Where(pair => pair.Next.Begin - pair.First.Begin < least),
        ];
        return new Manners(
            requests.Count(request => request.IsPage),
            sites.Length,
            sites.Count(pair => pair.Next.Begin - pair.First.End < gap),
            again.Count(pair => !killed.Contains(pair.First.Worker)),
            again.Count(pair => killed.Contains(pair.First.Worker)),
            requests.Count(request => !request.IsPage));
    }

    private static IEnumerable<(SiteRequest First, SiteRequest Next)> Pairs(
        IEnumerable<IEnumerable<SiteRequest>> groups) => groups.SelectMany(group =>
    {
        SiteRequest[] ordered = [.. group.OrderBy(request => request.Begin)];
        return ordered.Zip(ordered.Skip(1));
    });
}
