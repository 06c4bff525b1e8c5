using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Pages.Tests;

public sealed partial class PageTextsTests
{
    private static readonly TextFile English = PageTexts.ReadFile("en");
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 4, 0, TimeSpan.Zero);

    public static TheoryData<string> Languages => [.. PageRenderer.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_text_with_every_place(string language)
    {
        TextFile file = PageTexts.ReadFile(language);

        Assert.Equal(language, file.Language);
        Assert.Equal(English.Texts.Keys.Order(), file.Texts.Keys.Order());
        Assert.Equal(English.Counts.Keys.Order(), file.Counts.Keys.Order());
        Assert.Equal(English.Sentences.Keys.Order(), file.Sentences.Keys.Order());
        Assert.All(file.Sentences, text => Assert.Equal(PlacesOf(text.Key), PlacesOf(text.Value)));
        Assert.Equal(12, file.Months.Length);
        Assert.All(file.Texts, text => Assert.Equal(PlacesOf(text.Key), PlacesOf(text.Value)));
        Assert.All(file.Texts.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_count_has_the_forms_of_the_language_and_shows_its_number(string language)
    {
        foreach ((string key, ImmutableDictionary<string, string> forms) in PageTexts.ReadFile(language).Counts)
        {
            Assert.Equal(PluralForm.AllOf(language).Order(), forms.Keys.Order());
            Assert.All(forms, form => Assert.True(
                form.Value.Contains("{0}", StringComparison.Ordinal) || SaysItsNumber(language, form.Key),
                $"{language}, {key}, {form.Key}: {form.Value}"));
        }
    }

    // They are written into pages as they are, also into attributes.
    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_has_characters_of_markup(string language)
    {
        TextFile file = PageTexts.ReadFile(language);

        Assert.DoesNotContain(
            [
                .. file.Texts.Values, .. file.Sentences.Values, .. file.Months,
                .. file.Counts.Values.SelectMany(forms => forms.Values),
            ],
            text => text.AsSpan().ContainsAny("<>&\""));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_page_is_written_in_every_language(string language)
    {
        var renderer = new PageRenderer(
            new ServerPageLinks(),
            new PageOptions { IsServed = true, HasSearch = true, IsManaged = true, Language = language });
        foreach (string name in SamplePages.Names)
        {
            string page = renderer.Render(SamplePages.Named(name));

            Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(Place(), page[page.IndexOf("<body", StringComparison.Ordinal)..]);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_event_is_described_in_every_language(string language)
    {
        foreach (ArticleEventKind kind in Enum.GetValues<ArticleEventKind>())
        {
            var happened = new ArticleEvent
            {
                Id = Guid.Empty,
                Cursor = default,
                Kind = kind,
                ArticleId = "a",
                At = Noon,
            };

            Assert.NotEmpty(PageTexts.Of(language)[happened.Describe()]);
        }
    }

    [Theory]
    [InlineData("en", "5 Mar 2026, 12:04 UTC", "12,345")]
    [InlineData("de", "5. März 2026, 12:04 UTC", "12.345")]
    [InlineData("fr", "5 mars 2026 à 12:04 UTC", "12\u202F345")]
    [InlineData("ru", "5 марта 2026, 12:04 UTC", "12\u00A0345")]
    [InlineData("ja", "2026年3月5日 12:04 UTC", "12,345")]
    [InlineData("ar", "5 مارس 2026، 12:04 UTC", "12,345")]
    public void Dates_and_numbers_are_those_of_the_language(string language, string date, string number)
    {
        var texts = PageTexts.Of(language);

        Assert.Equal((date, number), (texts.Clock(Noon), texts.Number(12345)));
    }

    [Theory]
    [InlineData("en", 0, "less than a minute later")]
    [InlineData("en", 1, "1 minute later")]
    [InlineData("en", 60, "about 1 hour later")]
    [InlineData("en", -180, "about 3 hours earlier")]
    [InlineData("de", 180, "etwa 3 Stunden später")]
    [InlineData("fr", 180, "environ 3 heures plus tard")]
    [InlineData("es", 2880, "2 días después")]
    [InlineData("pt", 2880, "2 dias depois")]
    [InlineData("ru", 1, "через 1 минуту")]
    [InlineData("ru", 22, "через 22 минуты")]
    [InlineData("ru", 12, "через 12 минут")]
    [InlineData("ja", 180, "約3時間後")]
    [InlineData("ar", 2, "بعد دقيقتين")]
    [InlineData("ar", 5, "بعد 5 دقائق")]
    [InlineData("ar", 12, "بعد 12 دقيقة")]
    public void Times_between_versions_are_told_as_people_tell_them(string language, int minutes, string words) =>
        Assert.Equal(words, PageTexts.Of(language).Later(Noon, Noon.AddMinutes(minutes)));

    [Fact]
    public void Words_of_the_library_that_are_not_translated_are_marked_as_English()
    {
        string page = new PageRenderer(new ServerPageLinks(), new PageOptions { Language = "ar" })
            .Render(SamplePages.Named("feeds"));

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"en\" dir=\"ltr\">no answer in time</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("de-AT")]
    [InlineData("")]
    public void A_language_without_a_file_is_refused_by_the_names_of_the_others(string language)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "Language", () => new PageOptions { Language = language });

        Assert.Contains("ar, de, en, es, fr, ja, pt, ru", refusal.Message, StringComparison.Ordinal);
    }

    private static bool SaysItsNumber(string language, string form) => (language, form) switch
    {
        ("ru", _) => false,
        ("ar", "zero" or "one" or "two") => true,
        (_, "one") => true,
        _ => false,
    };

    private static IEnumerable<string> PlacesOf(string text) =>
        Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Place();
}
