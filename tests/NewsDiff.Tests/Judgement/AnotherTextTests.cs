namespace NewsDiff.Tests.Judgement;

/// <summary>A text that is wholly another is believed late or never; a rewritten story is believed at once.</summary>
public sealed class AnotherTextTests
{
    private static readonly string[] Harbour = Story.About(0);

    private static ScriptedAnswer Maintenance => ScriptedAnswer.Page(Story.Page(
        "Scheduled maintenance",
        "We are improving our website for you tonight and expect everything to be back tomorrow before breakfast.",
        "Meanwhile our newsletter arrives as always, and the switchboard answers all questions about subscriptions.",
        "Thank you for your patience, and please accept our apologies for every inconvenience caused by this work."));

    [Fact]
    public async Task A_maintenance_page_of_an_evening_is_no_version()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(Harbour));
        await room.AskAsync();
        room.Site.Script("/story", Maintenance);
        List<CheckKind> kinds = [];
        for (int hour = 0; hour < 12; hour++)
        {
            kinds.Add((await room.VisitAfterAsync(TimeSpan.FromHours(1))).Kind);
        }

        room.Site.Script("/story", Says(Harbour));

        Assert.All(kinds, kind => Assert.Equal(CheckKind.Failed, kind));
        Assert.Equal(CheckKind.Unchanged, (await room.VisitAsync()).Kind);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task Another_text_under_another_title_is_stored_as_uncertain_when_it_stays_for_a_day()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(Harbour), ScriptedAnswer.Page(Story.Page("Glacier retreats", Story.About(4))));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Failed, CheckKind.Changed], await room.VisitAsync(3));
        Assert.Equal("Title and text are both different.", (await room.VersionsAsync())[^1].Doubt);
    }

    [Fact]
    public async Task One_strange_answer_for_two_articles_is_no_version_of_either_however_long_it_stays()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(Harbour)).Script(
            "/other", ScriptedAnswer.Page(Story.Page("Orchard in bloom", Story.About(1))));
        await room.AskAsync();
        await room.AskAsync("/other");
        room.Site.Script("/story", Maintenance).Script("/other", Maintenance).Script("/new", Maintenance);
        for (int day = 0; day < 6; day++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.Zero, "/other")).Kind);
        }

        Assert.Single(await room.VersionsAsync());
        Assert.Single(await room.VersionsAsync("/other"));
        Assert.Equal(CheckKind.Failed, (await room.AskAsync("/new")).Kind);
        room.Site.Script("/new", ScriptedAnswer.Page(Story.Page("Railway", Story.About(2))));
        Assert.Equal(CheckKind.FirstSeen, (await room.VisitAsync("/new")).Kind);
    }

    [Fact]
    public async Task The_text_of_another_article_is_no_version_although_that_one_was_read_before_a_restart()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        ScriptedAnswer orchard = ScriptedAnswer.Page(Story.Page("Orchard in bloom", Story.About(1)));
        room.Site.Script("/story", Says(Harbour)).Script("/other", orchard);
        await room.AskAsync();
        await room.AskAsync("/other");
        room.Restart();
        room.Site.Script("/story", orchard);
        for (int day = 0; day < 6; day++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
        }

        Assert.Single(await room.VersionsAsync());
    }

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/sorry", 302)]
    [InlineData("/world/", 301)]
    public async Task A_redirect_to_a_page_of_the_site_is_no_version(string target, int status)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/world/story", Says(Harbour)).Script(target, Maintenance);
        await room.AskAsync("/world/story");
        room.Site.Script("/world/story", ScriptedAnswer.Redirect(target, status));
        for (int day = 0; day < 6; day++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromDays(1), "/world/story")).Kind);
        }

        Assert.Single(await room.VersionsAsync("/world/story"));
    }

    [Fact]
    public async Task A_page_that_is_cut_off_in_the_middle_is_no_version()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string page = Story.Page("The harbour reopens", Harbour);
        string half = page[..(page.Length * 6 / 10)];
        room.Site.Script(
            "/story",
            ScriptedAnswer.Page(page),
            ScriptedAnswer.Page(half),
            ScriptedAnswer.Page(page) with { BreaksAfter = page.Length / 2 },
            ScriptedAnswer.Page(page));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Failed, CheckKind.Unchanged], await room.VisitAsync(3));
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task A_page_that_never_has_an_end_tag_may_lose_half_its_text()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script(
            "/story",
            ScriptedAnswer.Page(Open(Story.Page("The harbour reopens", Harbour))),
            ScriptedAnswer.Page(Open(Story.Page("The harbour reopens", Harbour[..3]))));
        await room.AskAsync();

        Assert.Equal([CheckKind.Changed], await room.VisitAsync(1));
    }

    [Fact]
    public async Task A_text_in_the_wrong_encoding_is_no_version()
    {
        string[] accented = [.. Harbour.Select(text => text + " C’était déjà l’été à la criée, où l’océan brûlait.")];
        string[] garbled =
        [
            .. accented.Select(text => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text))),
        ];
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", Says(accented), Says(garbled), Says(garbled), Says(accented));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Failed, CheckKind.Unchanged], await room.VisitAsync(3));
    }

    [Fact]
    public async Task Another_story_below_the_article_is_none_of_it()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string body = "<p>" + string.Join("</p><p>", Harbour) + "</p>";
        string more = "<h2>Glacier retreats</h2><p>" + string.Join("</p><p>", Story.About(4)) + "</p>";
        room.Site.Script(
            "/story",
            ScriptedAnswer.Page(Story.PageOf("The harbour reopens", body)),
            ScriptedAnswer.Page(Story.PageOf("The harbour reopens", body + more)),
            ScriptedAnswer.Page(Story.PageOf("The harbour reopens", body)));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Unchanged], await room.VisitAsync(2));
    }

    [Fact]
    public async Task A_short_text_of_other_words_under_the_same_title_is_stored_as_uncertain_when_it_stays_for_a_day()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        ScriptedAnswer wall = Says("Visitors from where you are cannot see this at present.");
        room.Site.Script("/story", Says(Harbour), wall, wall, Says(Harbour), wall);
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Failed, CheckKind.Unchanged], await room.VisitAsync(3));
        Assert.Single(await room.VersionsAsync());
        Assert.Equal([CheckKind.Failed, CheckKind.Failed, CheckKind.Changed], await room.VisitAsync(3));
        Assert.Equal("Hardly any of the article's words are left.", (await room.VersionsAsync())[^1].Doubt);
    }

    [Fact]
    public async Task A_short_text_of_other_words_on_two_articles_is_no_version_of_either_however_long_it_stays()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] wall = ["Unfortunately our publisher cannot offer this contribution to visitors from where you are."];
        room.Site.Script("/story", Says(Harbour), Says(wall)).Script(
            "/other",
            ScriptedAnswer.Page(Story.Page("Orchard in bloom", Story.About(1))),
            ScriptedAnswer.Page(Story.Page("Orchard in bloom", wall)));
        await room.AskAsync();
        await room.AskAsync("/other");
        for (int day = 0; day < 6; day++)
        {
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.FromDays(1))).Kind);
            Assert.Equal(CheckKind.Failed, (await room.VisitAfterAsync(TimeSpan.Zero, "/other")).Kind);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_words_under_the_same_title_are_stored_as_uncertain_when_they_are_elsewhere_on_the_page(
        bool isElsewhere)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string other = Story.Page("The harbour reopens", Story.About(4));
        room.Site.Script("/story", Says(Harbour), ScriptedAnswer.Page(isElsewhere
            ? other.Replace("<article>", "<div id=\"layer\">", StringComparison.Ordinal)
                .Replace("</article>", "</div>", StringComparison.Ordinal)
            : other));
        await room.AskAsync();
        CheckKind[] expected =
            isElsewhere ? [CheckKind.Failed, CheckKind.Failed, CheckKind.Changed] : [CheckKind.Changed];

        Assert.Equal(expected, await room.VisitAsync(expected.Length));
        Assert.Equal(isElsewhere, (await room.VersionsAsync())[^1].Doubt is not null);
    }

    [Theory]
    [InlineData("Editor's note: We have taken this account down, because its author invented several witnesses.")]
    [InlineData("The harbour was repaired when its committee had asked the warehouse; nobody described anything else.")]
    public async Task A_short_text_that_corrects_or_keeps_words_is_stored_at_the_second_sight(string text)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] full = [.. Harbour, "The harbour committee described the warehouse; nobody asked for anything."];
        room.Site.Script("/story", Says(full), Says(text));
        await room.AskAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Changed], await room.VisitAsync(2));
        Assert.Null((await room.VersionsAsync())[^1].Doubt);
    }

    [Fact]
    public async Task Real_edits_are_stored_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] corrected = [.. Harbour.Select((text, n) => n % 2 == 0 ? text : Story.About(5)[n])];
        string live = "<p>" + string.Join("</p><p>", Harbour) + "</p>";
        string update = Harbour[0].Replace("was", "is now", StringComparison.Ordinal);
        string entry = $"<h2>18:20 The harbour opens its warehouse</h2><p>{update}</p>";
        room.Site.Script(
            "/story",
            Says(Harbour),
            Says(corrected),
            ScriptedAnswer.Page(Story.Page("An orchard behind the harbour", corrected)),
            ScriptedAnswer.Page(Story.PageOf("An orchard behind the harbour", live)),
            ScriptedAnswer.Page(Story.PageOf("An orchard behind the harbour", entry + live)));
        await room.AskAsync();

        Assert.Equal(Enumerable.Repeat(CheckKind.Changed, 4), await room.VisitAsync(4));
    }

    [Fact]
    public async Task A_flash_of_news_is_rewritten_at_once()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        const string Flash =
            "A loud bang was heard in the centre; police are on their way to the square, a spokesman said.";
        room.Site.Script(
            "/story",
            ScriptedAnswer.Page(Story.Page("Bang heard in the city", Flash)),
            ScriptedAnswer.Page(Story.Page("Boiler of the theatre bursts", Story.About(3))));
        await room.AskAsync();

        Assert.Equal([CheckKind.Changed], await room.VisitAsync(1));
    }

    private static ScriptedAnswer Says(params string[] paragraphs) =>
        ScriptedAnswer.Page(Story.Page("The harbour reopens", paragraphs));

    private static string Open(string page) => page
        .Replace("</body>", "", StringComparison.Ordinal).Replace("</html>", "", StringComparison.Ordinal);
}
