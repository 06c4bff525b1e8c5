using System.Globalization;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Tracking;

public sealed class StatedAgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-05-01T12:00:00Z", "2.00:00:00")]
    [InlineData("2026-05-01T12:00:00+02:00", "2.02:00:00")]
    [InlineData("2026-05-01T12:00:00", "1.12:00:00")]
    [InlineData("2026-05-01", "1.00:00:00")]
    [InlineData("2026-04", "2.00:00:00")]
    [InlineData("2025", "122.00:00:00")]
    [InlineData("2026-05-03T00:00:00Z", "12:00:00")]
    public void An_old_date_makes_the_least_age_that_it_may_mean(string date, string age) =>
        Assert.Equal(TimeSpan.Parse(age, CultureInfo.InvariantCulture), StatedAge.Of(Noon, Read(date)));

    [Theory]
    [InlineData("2026-05-03T11:50:00Z")]
    [InlineData("2026-05-03T00:00:01Z")]
    [InlineData("2026-05-03")]
    [InlineData("2026-05-02")]
    [InlineData("2026-05")]
    [InlineData("2026")]
    [InlineData("2026-05-03T12:00:01Z")]
    [InlineData("2027-01-01")]
    [InlineData("9999")]
    public void A_date_of_today_or_later_makes_a_new_article(string date) =>
        Assert.Equal(TimeSpan.Zero, StatedAge.Of(Noon, Read(date)));

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("0001")]
    [InlineData("1989-12-31")]
    public void A_date_before_the_web_says_nothing(string date)
    {
        Assert.Null(StatedAge.Of(Noon, Read(date)));
        Assert.Equal(TimeSpan.FromDays(2), StatedAge.Of(Noon, Read(date), Read("2026-05-01T12:00:00Z")));
    }

    [Fact]
    public void Of_several_dates_the_latest_counts()
    {
        Assert.Equal(
            TimeSpan.FromDays(1),
            StatedAge.Of(Noon, Read("2020-01-01"), null, Read("2026-05-02T12:00:00Z"), Read("2021-01-01")));
        Assert.Null(StatedAge.Of(Noon));
        Assert.Null(StatedAge.Of(Noon, null, null));
    }

    private static ArticleDate Read(string text) =>
        ArticleDate.TryParse(text, out ArticleDate date) ? date : throw new FormatException(text);
}
