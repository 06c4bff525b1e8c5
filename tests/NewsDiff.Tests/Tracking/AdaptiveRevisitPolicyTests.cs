using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

public sealed class AdaptiveRevisitPolicyTests
{
    [Fact]
    public void Intervals_grow_by_a_fifth_from_half_an_hour()
    {
        var policy = new AdaptiveRevisitPolicy();
        TimeSpan passed = TimeSpan.Zero;
        List<int> seconds = [];
        while (policy.NextInterval(new RevisitFacts { SinceChange = passed, LastInterval = default }) is { } interval)
        {
            seconds.Add((int)interval.TotalSeconds);
            passed += interval;
        }

        Assert.Equal([1800, 2160, 2592, 3110, 3732, 4479, 5375], seconds.Take(7));
        Assert.Equal([12, 23, 31], ((int[])[1, 7, 30]).Select(days => VisitsWithin(seconds, days)));
        Assert.Equal(42, seconds.Count);
        Assert.Equal(220.4, passed.TotalDays, tolerance: 0.1);
    }

    [Fact]
    public void A_visit_that_came_early_does_not_hasten_the_end()
    {
        var policy = new AdaptiveRevisitPolicy();
        TimeSpan? once = policy.NextInterval(
            new RevisitFacts { SinceChange = TimeSpan.FromHours(1), LastInterval = TimeSpan.FromMinutes(30) });
        TimeSpan? again = policy.NextInterval(
            new RevisitFacts { SinceChange = TimeSpan.FromHours(1), LastInterval = once!.Value });

        Assert.Equal(TimeSpan.FromMinutes(42), once);
        Assert.Equal(once, again);
    }

    [Fact]
    public void Feeds_are_read_from_every_quarter_of_an_hour_to_every_hour_for_ever()
    {
        Assert.Equal(TimeSpan.FromMinutes(15), AdaptiveRevisitPolicy.ForFeeds.NextInterval(default));
        Assert.Equal(
            TimeSpan.FromHours(1),
            AdaptiveRevisitPolicy.ForFeeds.NextInterval(
                new RevisitFacts { SinceChange = TimeSpan.FromDays(900), LastInterval = default }));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_no_harm() =>
        Assert.Equal(
            TimeSpan.FromMinutes(30),
            new AdaptiveRevisitPolicy().NextInterval(
                new RevisitFacts { SinceChange = TimeSpan.FromDays(-3), LastInterval = default }));

    private static int VisitsWithin(List<int> seconds, int days)
    {
        int limit = days * 24 * 60 * 60;
        int passed = 0;
        return seconds.TakeWhile(interval => (passed += interval) <= limit).Count();
    }

    [Fact]
    public void A_fixed_policy_that_stops_before_it_began_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new FixedRevisitPolicy(TimeSpan.FromHours(1), TimeSpan.FromSeconds(-1)));
}
