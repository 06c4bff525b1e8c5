using System.Reflection;
using NewsDiff.Languages;

namespace NewsDiff.Tests.Languages;

public sealed class KnownLanguagesTests
{
    public static TheoryData<string> Names => [.. Files.Select(file => file.Name)];

    private static IEnumerable<Type> Files => typeof(Language).Assembly.GetTypes().Where(
        type => type.Namespace == typeof(Language).Namespace && WordsOf(type) is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_language_with_a_file_is_known(string name) =>
        Assert.Contains(KnownLanguages.All, language => ReferenceEquals(language, WordsOf(FileOf(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_language_names_all_months_and_weekdays_or_none(string name)
    {
        Language language = WordsOf(FileOf(name))!;
        Assert.Contains(language.MonthNames.Count(), (int[])[0, 12]);
        Assert.Contains(language.WeekdayNames.Count(), (int[])[0, 7]);
        Assert.Contains(Language.Split(language.PersianMonths).Count(), (int[])[0, 12]);
        Assert.All(language.MonthNames.Concat(language.WeekdayNames), Assert.NotEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dates_are_looked_up_in_lower_case(string name)
    {
        Language language = WordsOf(FileOf(name))!;
        string all = string.Join(
            ' ', language.Months, language.Weekdays, language.Am, language.Pm, language.Morning, language.Small,
            language.Midday, language.Afternoon, language.Later, language.Evening, language.Night);
        Assert.Equal(all.ToLowerInvariant(), all);
    }

    [Fact]
    public void A_phrase_of_several_languages_is_searched_for_once()
    {
        string[] labels = KnownLanguages.Phrases(language => language.Labels);
        Assert.Equal(labels.Distinct(StringComparer.Ordinal), labels);
        Assert.Contains("reklama", labels);
    }

    private static Type FileOf(string name) => Files.Single(file => file.Name == name);

    private static Language? WordsOf(Type type) =>
        type.GetField("Words", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) as Language;
}
