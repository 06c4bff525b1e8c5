using NewsDiff.Dates;

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
    public void Dates_in_words_are_read(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

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
    public void Dates_in_figures_are_read(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

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
    public void What_is_no_date_is_refused(string? text) => Assert.Null(FeedDate.Read(text));

    [Theory]
    [InlineData("5/13/2026 2:20:05 PM", "2026-05-13T14:20:05")]
    [InlineData("13.05.2026 14:20", "2026-05-13T14:20")]
    [InlineData("03.05.2026", "2026-05-03")]
    [InlineData("May 3rd, 2026 2:20 pm", "2026-05-03T14:20")]
    [InlineData("3 mai 2026 14h20", "2026-05-03T14:20")]
    [InlineData("Sun, 2026-05-03 14:20:05", "2026-05-03T14:20:05")]
    [InlineData("Published: Sun, 03 May 2026 14:20:05 GMT", "2026-05-03T14:20:05+00:00")]
    [InlineData("2026年5月3日 14:20", "2026-05-03T14:20")]
    [InlineData("2026년 5월 3일 오후 2:20", "2026-05-03T14:20")]
    public void Dates_for_people_are_read(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("03/05/2026")]
    [InlineData("03-05-2026 14:20")]
    [InlineData("2026.13.40 people")]
    [InlineData("12345678901234567890")]
    [InlineData("2767323045")]
    [InlineData("日, 03 13月 2026 02:20:05 +0900")]
    public void Figures_with_two_meanings_or_none_are_no_date(string text) => Assert.Null(FeedDate.Read(text));

    [Theory]
    [InlineData("1777818005", "2026-05-03T14:20:05+00:00")]
    [InlineData("1777818005000", "2026-05-03T14:20:05+00:00")]
    [InlineData("20260503142005", "2026-05-03T14:20:05")]
    [InlineData("202605031420", "2026-05-03T14:20")]
    [InlineData("2026:05:03 14:20:05", "2026-05-03T14:20:05")]
    [InlineData("2026-05-03Z", "2026-05-03")]
    [InlineData("2026-05-03+02:00", "2026-05-03")]
    public void Dates_of_machines_are_read(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("03 May 2026 02:20:05 GMT+1", "2026-05-03T02:20:05+01:00")]
    [InlineData("03 May 2026 02:20:05 GMT+0100", "2026-05-03T02:20:05+01:00")]
    [InlineData("2026-05-03 02:20:05 UTC-03:30", "2026-05-03T02:20:05-03:30")]
    [InlineData("03 May 2026 02:20:05 +100", "2026-05-03T02:20:05+01:00")]
    [InlineData("03 May 2026 02:20:05 - 0500", "2026-05-03T02:20:05-05:00")]
    [InlineData("03 May 2026 02:20:05 \u22120500", "2026-05-03T02:20:05-05:00")]
    [InlineData("2026-05-03T02:20:05 01:00", "2026-05-03T02:20:05+01:00")]
    [InlineData("03 May 2026 02:20:05 0200", "2026-05-03T02:20:05+02:00")]
    [InlineData("03 May 2026 02.20.05 GMT", "2026-05-03T02:20:05+00:00")]
    [InlineData("02:20 - 3 May 2026", "2026-05-03T02:20")]
    [InlineData("03 May 2026 02:20:05 +9900", "2026-05-03T02:20:05")]
    [InlineData("2026-05-03 02:20:05 AM EST (-05:00)", "2026-05-03T02:20:05-05:00")]
    [InlineData("03 May 2026 02:20:05 (CEST)", "2026-05-03T02:20:05+02:00")]
    [InlineData("03 May 2026 02:20:05 Europe/Rome", "2026-05-03T02:20:05")]
    [InlineData("日, 03 5月 2026 02:20:05 +0900", "2026-05-03T02:20:05+09:00")]
    [InlineData("周日, 03 五月 2026 02:20:05 +0800", "2026-05-03T02:20:05+08:00")]
    [InlineData("일, 03 12월 2023 02:20:05 +0900", "2023-12-03T02:20:05+09:00")]
    [InlineData("03\u00a0May\u00a02026\u202f2:20\u202fPM", "2026-05-03T14:20")]
    [InlineData("\u200eSun, 03 May 2026 02:20:05 GMT\u200e", "2026-05-03T02:20:05+00:00")]
    public void Times_and_offsets_are_read_however_they_are_written(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("mar., 18 oct. 2022 13:28:06 +0200", "2022-10-18T13:28:06+02:00")]
    [InlineData("mar, 18 mar 2025 13:28:06 +0200", "2025-03-18T13:28:06+02:00")]
    [InlineData("lun., 19 déc. 2022 13:28:06 +0100", "2022-12-19T13:28:06+01:00")]
    [InlineData("Mo, 02 Mär 2026 08:39:00 +0100", "2026-03-02T08:39:00+01:00")]
    [InlineData("sab, 07 gen 2023 21:44:32 +0100", "2023-01-07T21:44:32+01:00")]
    [InlineData("dom, 02 ott 2022 18:55:00 GMT", "2022-10-02T18:55:00+00:00")]
    [InlineData("Пн, 02 мар 2026 08:39:00 +0300", "2026-03-02T08:39:00+03:00")]
    [InlineData("٠٣ مايو ٢٠٢٦ ١٤:٢٠", "2026-05-03T14:20")]
    [InlineData("Mardi, 18 octobre 2022 13:28", "2022-10-18T13:28")]
    [InlineData("Janu 3 2026", "2026-01-03")]
    [InlineData("03 May 2026 2:20:05 م", "2026-05-03T14:20:05")]
    [InlineData("03 May 2026 오후 2:20", "2026-05-03T14:20")]
    [InlineData("03 May 2026 2:20 p. m.", "2026-05-03T14:20")]
    [InlineData("03 May 2026 12:20 AM", "2026-05-03T00:20")]
    [InlineData("03 May 2026 2:20 foo", "2026-05-03")]
    [InlineData("03 May 2026 14:20 foo", "2026-05-03T14:20")]
    [InlineData("Sun, 03 May 2569 10:00:00 +0700", "2026-05-03T10:00:00+07:00")]
    public void Dates_in_the_words_of_other_languages_are_read(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("2026-05-03 2:20 PM", "2026-05-03T14:20")]
    [InlineData("2026-05-03T2:20PM", "2026-05-03T14:20")]
    [InlineData("2026-05-03 2:20:05 p. m.", "2026-05-03T14:20:05")]
    [InlineData("2026-05-03 12:20 AM -05:00", "2026-05-03T00:20-05:00")]
    [InlineData("2026-05-03 2:20 下午", "2026-05-03T14:20")]
    [InlineData("2026-05-03 2:20 foo", "2026-05-03")]
    [InlineData("2026-05-03 2:20 Foo", "2026-05-03")]
    [InlineData("May 3, 2026 2:20pm", "2026-05-03T14:20")]
    [InlineData("May 3, 2026 2:20p.m. EST", "2026-05-03T14:20-05:00")]
    [InlineData("03 May 2026 2:20 Popiet", "2026-05-03T14:20")]
    [InlineData("03 May 2026 2:20 Foo", "2026-05-03")]
    [InlineData("03 May 2026 foo 2:20", "2026-05-03")]
    [InlineData("03 May 2026 foo 14:20", "2026-05-03T14:20")]
    [InlineData("Foo, 03 May 2026 2:20", "2026-05-03T02:20")]
    [InlineData("03 May 2026 at 2:20", "2026-05-03T02:20")]
    [InlineData("03 May 2026 2:20 Uhr", "2026-05-03T02:20")]
    [InlineData("03 May 2026 2:20 QQQ", "2026-05-03T02:20")]
    [InlineData("03 May 2026 2:20:05 L", "2026-05-03T02:20:05")]
    [InlineData("03 May 2026 2:20:05 l", "2026-05-03")]
    [InlineData("03 May 2026 2:20 L", "2026-05-03")]
    [InlineData("03 May 2026 2:20 Eastern Time", "2026-05-03T02:20")]
    [InlineData("03 May 2026 2:20 +0200 (foo)", "2026-05-03T02:20+02:00")]
    public void A_word_beside_the_time_gives_the_right_hour_or_none(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("2026-05-03T02:20:05+02:00[Europe/Paris]", "2026-05-03T02:20:05+02:00")]
    [InlineData("2026-05-03T02:20:05Z[UTC]", "2026-05-03T02:20:05+00:00")]
    public void The_name_of_a_zone_in_brackets_changes_nothing(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("15 رمضان 1447", "2026-03-04")]
    [InlineData("15 رمضان 1447 14:20", "2026-03-04T14:20")]
    [InlineData("15 اردیبهشت 1405", "2026-05-05")]
    [InlineData("4 مارس 2026 14:20", "2026-03-04T14:20")]
    public void Months_of_other_calendars_are_read_by_their_names(string text, string expected) =>
        Assert.Equal(expected, FeedDate.Read(text).ToString());

    [Theory]
    [InlineData("mar, 18 foo 2022 10:00:00 +0100")]
    [InlineData("Mardi, 18 foo 2022 10:00:00 +0100")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1405-02-15T10:00:00Z")]
    [InlineData("1447-09-15")]
    [InlineData("03/05/2026 10:00")]
    public void An_ambiguous_date_is_not_read(string text) => Assert.Null(FeedDate.Read(text));

    [Theory]
    [InlineData("3 May 2026 14:20 +9900")]
    [InlineData("3 May 2026 14:20 QQQ")]
    public void An_offset_that_is_none_is_left_out(string text) =>
        Assert.Equal("2026-05-03T14:20", FeedDate.Read(text).ToString());
}
