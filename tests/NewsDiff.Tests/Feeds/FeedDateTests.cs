using NewsDiff.Feeds.Reading;

namespace NewsDiff.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Sun, 03 May 2026 14:20:05 GMT", "2026-05-03T14:20:05+00:00")]
    [InlineData("Sun, 3 May 2026 14:20:05 +0200", "2026-05-03T14:20:05+02:00")]
    [InlineData("3 May 26 14:20 EST", "2026-05-03T14:20-05:00")]
    [InlineData("03 May 99 14:20:05 Z", "1999-05-03T14:20:05+00:00")]
    [InlineData("Sunday, 03-May-26 14:20:05 GMT", "2026-05-03T14:20:05+00:00")]
    [InlineData("Sun May  3 14:20:05 2026", "2026-05-03T14:20:05")]
    [InlineData("May 3, 2026 14:20", "2026-05-03T14:20")]
    [InlineData("May 3, 2026 2:20 pm CEST", "2026-05-03T14:20+02:00")]
    [InlineData("3 May 2026 12:05 am", "2026-05-03T00:05")]
    [InlineData("Dim, 03 September 2026 14:20:05 +0530", "2026-09-03T14:20:05+05:30")]
    [InlineData("Sun, 03 May 2026", "2026-05-03")]
    [InlineData("Sun, 03 May 2026 24:00:00 GMT", "2026-05-04T00:00:00+00:00")]
    [InlineData("Sun, 03 May 2026 14:20:60 GMT+01:00", "2026-05-03T14:20:59+01:00")]
    public void Dates_in_words_are_read(string text, string expected) => Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("2026-05-03T14:20:05Z", "2026-05-03T14:20:05+00:00")]
    [InlineData("2026-05-03T14:20:05.123456-03:00", "2026-05-03T14:20:05-03:00")]
    [InlineData("2026-05-03T14:20+0100", "2026-05-03T14:20+01:00")]
    [InlineData("2026-05-03 14:20:05 +01", "2026-05-03T14:20:05+01:00")]
    [InlineData("2026-05-03 14:20:05", "2026-05-03T14:20:05")]
    [InlineData("20260503T142005Z", "2026-05-03T14:20:05+00:00")]
    [InlineData("20260503", "2026-05-03")]
    [InlineData("2026/5/3", "2026-05-03")]
    [InlineData("2026-05", "2026-05")]
    [InlineData("2026", "2026")]
    public void Dates_in_figures_are_read(string text, string expected) => Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-05-03T25:00")]
    [InlineData("3 May")]
    [InlineData("0000-01-01")]
    [InlineData("Sun, 03 May 2026 14:20:05:99 GMT")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(FeedDate.Read(text));

    [Theory]
    [InlineData("3 May 2026 14:20 +9900")]
    [InlineData("3 May 2026 14:20 QQQ")]
    public void An_offset_that_is_none_is_left_out(string text) =>
        Assert.Equal("2026-05-03T14:20", FeedDate.Read(text).ToString());
}
