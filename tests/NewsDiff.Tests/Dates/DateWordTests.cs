using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Dates;
using NewsDiff.Languages;

namespace NewsDiff.Tests.Dates;

public sealed class DateWordTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 365 * 40).Select(
        days => new DateOnly(2000, 1, 1).AddDays(days));

    [Fact]
    public void A_day_in_the_words_of_any_language_is_read_as_that_day_or_not_at_all() => Prop.ForAll(
        Arb.From(
            from language in Gen.Elements(KnownLanguages.All.Where(language => language.Months.Length > 0))
            from day in Days
            from month in Gen.Elements(language.MonthNames.ElementAt(day.Month - 1))
            from weekday in Gen.Elements(
                [.. language.WeekdayNames.ElementAtOrDefault((int)(day.DayOfWeek + 6) % 7) ?? [], ""])
            from form in Gen.Elements(
                "{0}, {1} {2} {3}",
                "{0} {2} {1}, {3}",
                "{2} {1} {0} {3}",
                "{3} {2} {1} {0}",
                "{1} {2} {0} {3}",
                "{0}. {1}. {2}. {3}",
                "{1} {2} {3} ({0})")
            from isStated in Gen.Elements(true, false)
            select (Day: day, Language: isStated
                ? language.Codes.Split(' ')[0]
                : null, Text: string.Format(null, form, weekday, day.Day, month, day.Year).Trim(' ', ','))),
        date =>
        {
            ArticleDate? page = DateText.Find(date.Text, new DateConvention(DateOrder.DayFirst, date.Language));
            ArticleDate? feed = FeedDate.Read(date.Text);
            return (page is null || DateOnly.FromDateTime(page.Value.Local) == date.Day)
                && (feed is null || DateOnly.FromDateTime(feed.Value.Local) == date.Day);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Most_days_in_the_usual_order_are_read()
    {
        (string Language, string Name, int Month)[] names =
        [
            .. from language in KnownLanguages.All
               from month in language.MonthNames.Index()
               from name in month.Item
               select (language.Codes.Split(' ')[0], name, month.Index + 1),
        ];

        string[] misread = [.. names.Where(
            name => Find($"17 {name.Name} 2026", name.Language) != $"2026-{name.Month:00}-17").Select(
                name => $"{name.Language} {name.Name}")];

        Assert.Empty(misread);
    }

    [Fact]
    public void The_months_of_at_least_eighty_languages_are_known() => Assert.InRange(
        KnownLanguages.All.Count(language => language.Months.Length > 0 && language.Codes.Length > 0), 80, 200);

    [Theory]
    [InlineData("17 Meitheamh 2026", "2026-06-17")]
    [InlineData("Déardaoin, 17 Deireadh Fómhair 2026", "2026-10-17")]
    [InlineData("17 դեկ 2026", "2026-12-17")]
    [InlineData("17 मार्च 2026", "2026-03-17")]
    [InlineData("17 ሴፕቴምበር 2026", "2026-09-17")]
    [InlineData("17 පෙබරවාරි 2026", "2026-02-17")]
    [InlineData("17 ສິງຫາ 2026", "2026-08-17")]
    [InlineData("17 មីនា 2026", "2026-03-17")]
    [InlineData("17 oktobro 2026", "2026-10-17")]
    [InlineData("2026 m. rugpj. 17 d.", null)]
    [InlineData("17 lapkr 2026", "2026-11-17")]
    [InlineData("iPhone 17 Pro 2026", null)]
    [InlineData("17 LED 2026", null)]
    [InlineData("17 ಜನ 2026", null)]
    public void Names_and_abbreviations_are_read_and_other_short_words_are_not(string text, string? day) =>
        Assert.Equal(day, DateText.Find(text, new DateConvention(DateOrder.DayFirst, null))?.ToString());

    [Fact]
    public void A_name_has_one_meaning_unless_its_neighbours_or_the_language_settle_it()
    {
        var months = from language in KnownLanguages.All
                     from month in language.MonthNames.Index()
                     from name in month.Item
                     select (Name: name, Index: month.Index + 1, Code: language.Codes.Split(' ')[0]);
        var weekdays = from language in KnownLanguages.All
                       from day in language.WeekdayNames.Index()
                       from name in day.Item
                       select (Name: name, day.Index);
        string[] disputed = [.. months.GroupBy(month => month.Name)
            .Where(name => name.Select(month => month.Index).Distinct().Count() > 1)
            .SelectMany(name => name)
            .Where(month => DateWords.Find(month.Name).Month != 0
                || DateWords.FindIn(month.Code, month.Name).Month != month.Index)
            .Select(month => month.Name)];

        Assert.Empty(disputed);
        Assert.Equal(
            ["so", "tor"],
            weekdays.GroupBy(day => day.Name).Where(name => name.Select(day => day.Index).Distinct().Count() > 1)
                .Select(name => name.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["mar", "maw", "mawrth"],
            months.Select(month => month.Name).Intersect(weekdays.Select(day => day.Name))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_word_for_a_half_of_the_day_gives_an_hour_of_that_half_or_none() => Prop.ForAll(
        Arb.From(
            from word in Gen.Elements(DayHalves.Words)
            from hour in Gen.Choose(1, 12)
            from isBefore in Gen.Elements(true, false)
            select (word.Word, word.Half, Hour: hour, IsBefore: isBefore)),
        clock =>
        {
            string[] parts = clock.Word.Split(':');
            string text = clock.IsBefore
                ? $"2026-05-03, {parts[^1]} {clock.Hour}:20"
                : $"2026-05-03, {clock.Hour}:20 {parts[^1]}";
            string? language = parts.Length > 1 ? parts[0] : null;
            ArticleDate? read = DateText.Find(text, new DateConvention(DateOrder.DayFirst, language));
            return read is { } date
                && (date.Precision == DatePrecision.Day || IsRight(clock.Half, clock.Hour, date.Local.Hour));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    /// <summary>Whether an hour of the day fits a clock of 12 hours and the half.</summary>
    private static bool IsRight(DayHalf half, int shown, int read) => read % 12 == shown % 12 && half switch
    {
        DayHalf.Am or DayHalf.Morning => read < 12,
        DayHalf.Small => read < 7,
        DayHalf.Midday => read is >= 11 and <= 15,
        DayHalf.Night => read >= 19,
        _ => read >= 12,
    };

    [Theory]
    [InlineData("mar")]
    [InlineData("maw")]
    [InlineData("mawrth")]
    public void Words_that_are_a_month_and_a_weekday_are_known_as_both(string word) =>
        Assert.True(DateWords.Find(word).IsMonthOrWeekday);

    [Fact]
    public void Only_these_words_are_both()
    {
        IEnumerable<string> clashes =
            from word in KnownLanguages.All.SelectMany(language => language.MonthNames)
                .SelectMany(names => names)
                .Distinct()
            where DateWords.Find(word).IsMonthOrWeekday
            select word;

        Assert.Equal(["mar", "maw", "mawrth"], clashes.Order(StringComparer.Ordinal));
    }

    private static string? Find(string text, string language) =>
        DateText.Find(text, new DateConvention(DateOrder.DayFirst, language))?.ToString();
}
