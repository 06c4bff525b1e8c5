namespace NewsDiff.Tests;

public sealed class ArticleDateTests
{
    [Theory]
    [InlineData("2026")]
    [InlineData("2026-05")]
    [InlineData("2026-05-03")]
    [InlineData("2026-05-03T14:20")]
    [InlineData("2026-05-03T14:20+02:00")]
    [InlineData("2026-05-03T14:20:05")]
    [InlineData("2026-05-03T14:20:05-09:30")]
    public void A_date_is_written_as_far_as_it_was_stated_and_reads_back(string text)
    {
        Assert.True(ArticleDate.TryParse(text, out ArticleDate date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13")]
    [InlineData("2026-05-03T14:20:05+25:00")]
    [InlineData("2026-05-03T14:20:05 02:00")]
    [InlineData(null)]
    public void What_is_not_in_that_form_is_refused(string? text) => Assert.False(ArticleDate.TryParse(text, out _));

    [Fact]
    public void A_day_keeps_its_day_whatever_the_time_zone()
    {
        var date = new ArticleDate(new DateTime(2026, 5, 3, 23, 30, 0), DatePrecision.Minute, TimeSpan.FromHours(-8));

        Assert.Equal("2026-05-03T23:30-08:00", date.ToString());
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 7, 30, 0, TimeSpan.Zero), date.ToDateTimeOffset());
    }

    [Theory]
    [InlineData(20 * 60 * 60)]
    [InlineData(-((14 * 60 * 60) + 60))]
    [InlineData(90)]
    public void An_offset_that_no_clock_has_is_refused(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Minute, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(14)]
    [InlineData(-14)]
    public void The_largest_offsets_round_trip(int hours)
    {
        var date = new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Minute, TimeSpan.FromHours(hours));

        Assert.True(ArticleDate.TryParse(date.ToString(), out ArticleDate read));
        Assert.Equal(date, read);
    }
}
