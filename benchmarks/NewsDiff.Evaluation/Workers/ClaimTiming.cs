using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Workers;

/// <summary>Times claims over many due articles of a thousand sites.</summary>
internal sealed class ClaimTiming(IVisitStore visits, int articles, CancellationToken stop)
{
    private const int Sites = 1000;
    private const int WarmUp = 5;
    private const int Rounds = 100;

    private static readonly DateTimeOffset Now = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Plans the visits.</summary>
    public Task FillAsync() => Parallel.ForEachAsync(
        Enumerable.Range(0, articles),
        new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop },
        async (article, token) => await visits.SaveVisitAsync(
            new Visit
            {
                Kind = VisitKind.Article,
                Target = article.ToString("x16", CultureInfo.InvariantCulture),
                Url = new Uri($"https://{SiteOf(article % Sites)}/{article}"),
                DueAt = Now.AddSeconds(-article),
            },
            token));

    /// <summary>Times each kind of claim.</summary>
    public async Task RunAsync(string database)
    {
        VisitClaim any = new() { Kind = VisitKind.Article, Now = Now, Lease = TimeSpan.FromMinutes(5), Limit = 32 };
        await TimeAsync(database, "behind the backlog of 20 busy sites", any with { ExceptSites = First(20) });
        await TimeAsync(database, "when all but one site are busy", any with { ExceptSites = First(Sites - 1) });
        await visits.ClaimDueAsync(any with { Worker = "another", Limit = 500, MaxSites = 500 }, stop);
        await TimeAsync(
            database, "of a worker, of up to 8 sites, while another holds 500",
            any with { Worker = "worker", MaxSites = 8 });
        await TimeAsync(
            database, "of a worker, of feeds, when none is due",
            any with { Worker = "worker", MaxSites = 8, Kind = VisitKind.Feed });
    }

    private static string SiteOf(int site) => string.Create(CultureInfo.InvariantCulture, $"www.site{site}.example");

    private static ImmutableArray<string> First(int count) => [.. Enumerable.Range(0, count).Select(SiteOf)];

    private async Task TimeAsync(string database, string name, VisitClaim claim)
    {
        List<double> times = [];
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            ImmutableArray<Visit> claimed = await visits.ClaimDueAsync(claim, stop);
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round >= WarmUp)
            {
                times.Add(milliseconds);
            }

            foreach (Visit visit in claimed)
            {
                await visits.SaveVisitAsync(visit, stop);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| claim {name} | {database} | {times[Rounds / 2]:0.0} | {times[Rounds * 95 / 100]:0.0} "
            + $"| {times[^1]:0.0} |"));
    }
}
