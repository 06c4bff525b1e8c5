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

    [Fact]
    public void A_policy_with_values_of_its_own_asks_for_no_age_and_no_number_of_changes() =>
        Assert.Equal(
            TimeSpan.FromMinutes(42),
            new AdaptiveRevisitPolicy().NextInterval(
                new RevisitFacts { SinceChange = TimeSpan.FromHours(1), Age = TimeSpan.FromDays(9), Changes = 5 }));

    [Fact]
    public void The_preset_for_articles_begins_sooner_and_goes_on_for_a_year()
    {
        IRevisitPolicy policy = AdaptiveRevisitPolicy.ForArticles;
        TimeSpan passed = TimeSpan.Zero;
        List<int> seconds = [];
        while (policy.NextInterval(new RevisitFacts { SinceChange = passed, Age = passed }) is { } interval)
        {
            Assert.InRange(interval, policy.MinInterval, TimeSpan.FromDays(40));
            seconds.Add((int)interval.TotalSeconds);
            passed += interval;
        }

        Assert.Equal([900, 1035, 1190, 1369, 1574], seconds.Take(5));
        Assert.Equal([19, 29, 34], ((int[])[1, 7, 30]).Select(days => VisitsWithin(seconds, days)));
        Assert.Equal(47, seconds.Count);
        Assert.InRange(passed, TimeSpan.FromDays(365), TimeSpan.FromDays(405));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 15)]
    [InlineData(2, 7.5)]
    [InlineData(20, 7.5)]
    [InlineData(21, 15)]
    [InlineData(int.MaxValue, 15)]
    public void An_article_that_changed_twice_is_looked_at_sooner_and_a_page_that_always_changes_is_not(
        int changes, double minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            AdaptiveRevisitPolicy.ForArticles.NextInterval(new RevisitFacts { Changes = changes, Age = Hours(3) }));

    [Theory]
    [InlineData(24, 0, 15)]
    [InlineData(25, 0, 60)]
    [InlineData(26, 1, 96)]
    [InlineData(24, 1, 24)]
    public void An_only_change_that_came_late_is_followed_up_less_often(int age, int quiet, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            AdaptiveRevisitPolicy.ForArticles.NextInterval(
                new RevisitFacts { Changes = 1, Age = Hours(age), SinceChange = Hours(quiet) }));

    [Theory]
    [InlineData(24, 231)]
    [InlineData(34, 411)]
    public void The_quiet_time_beyond_a_day_counts_twice(int hours, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            AdaptiveRevisitPolicy.ForArticles.NextInterval(
                new RevisitFacts { Age = Hours(hours), SinceChange = Hours(hours) }));

    [Fact]
    public void Facts_of_a_wrong_clock_make_no_impossible_interval()
    {
        TimeSpan[] times = [TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.MaxValue];
        var policy = new AdaptiveRevisitPolicy { Learns = true, First = TimeSpan.FromSeconds(1), Growth = 1 };
        foreach ((TimeSpan quiet, TimeSpan age) in times.SelectMany(quiet => times.Select(age => (quiet, age))))
        {
            foreach (int changes in (int[])[int.MinValue, 1, 2])
            {
                var facts = new RevisitFacts { SinceChange = quiet, Age = age, Changes = changes };
                Assert.True(policy.NextInterval(facts) is null or { Ticks: > 0 });
                Assert.True(AdaptiveRevisitPolicy.ForArticles.NextInterval(facts) is null or { Ticks: > 0 });
            }
        }
    }

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    [Theory]
    [InlineData(0, 19)]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(3000, 4)]
    public void An_article_that_was_old_at_first_is_visited_less_often_until_it_changes(int days, int visits)
    {
        var facts = new RevisitFacts { StatedAge = TimeSpan.FromDays(days) };
        int made = 0;
        for (TimeSpan passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1); made++)
        {
            passed += AdaptiveRevisitPolicy.ForArticles.NextInterval(facts with { SinceChange = passed, Age = passed })
                ?? throw new InvalidOperationException("Visits ended.");
        }

        Assert.Equal(visits, made - 1);
        Assert.Equal(
            TimeSpan.FromMinutes(15), AdaptiveRevisitPolicy.ForArticles.NextInterval(facts with { Changes = 1 }));
        Assert.Equal(TimeSpan.FromMinutes(30), new AdaptiveRevisitPolicy().NextInterval(facts));
    }

    [Fact]
    public void A_date_of_many_years_ago_ends_no_visits_and_hides_no_edit_for_longer_than_four_hours()
    {
        var facts = new RevisitFacts { StatedAge = TimeSpan.FromDays(9000) };

        Assert.InRange(
            AdaptiveRevisitPolicy.ForArticles.NextInterval(facts)!.Value, Hours(3), Hours(4));
        Assert.Equal(
            TimeSpan.FromDays(40),
            AdaptiveRevisitPolicy.ForArticles.NextInterval(facts with { SinceChange = TimeSpan.FromDays(365) }));
    }

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
