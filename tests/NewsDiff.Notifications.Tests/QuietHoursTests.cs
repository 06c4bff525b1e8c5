namespace NewsDiff.Notifications.Tests;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-05-03T21:59:00Z", null)]
    [InlineData("2026-05-03T22:00:00Z", "2026-05-04T07:00:00Z")]
    [InlineData("2026-05-04T00:00:00Z", "2026-05-04T07:00:00Z")]
    [InlineData("2026-05-04T06:59:59Z", "2026-05-04T07:00:00Z")]
    [InlineData("2026-05-04T07:00:00Z", null)]
    public void A_night_ends_in_the_morning(string now, string? end) =>
        Assert.Equal(Parse(end), Night(TimeZoneInfo.Utc).FindEnd(Parse(now)!.Value));

    [Theory]
    [InlineData("2026-07-01T19:59:00Z", null)]
    [InlineData("2026-07-01T20:00:00Z", "2026-07-02T05:00:00Z")]
    [InlineData("2026-12-01T20:59:00Z", null)]
    [InlineData("2026-12-01T21:00:00Z", "2026-12-02T06:00:00Z")]
    public void Hours_are_those_of_the_zone(string now, string? end) =>
        Assert.Equal(Parse(end), Night(Berlin).FindEnd(Parse(now)!.Value));

    [Fact]
    public void Hours_within_a_day_end_on_it() => Assert.Equal(
        Parse("2026-05-03T14:00:00Z"),
        new QuietHours { From = new TimeOnly(12, 0), Until = new TimeOnly(14, 0) }.FindEnd(Drafts.Noon));

    [Fact]
    public void An_end_that_the_clock_skips_is_the_first_moment_after_it() => Assert.Equal(
        Parse("2026-03-29T01:00:00Z"),
        new QuietHours { From = new TimeOnly(22, 0), Until = new TimeOnly(2, 30), Zone = Berlin }
            .FindEnd(Parse("2026-03-29T00:30:00Z")!.Value));

    private static QuietHours Night(TimeZoneInfo zone) =>
        new() { From = new TimeOnly(22, 0), Until = new TimeOnly(7, 0), Zone = zone };

    private static DateTimeOffset? Parse(string? time) =>
        time is null ? null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
