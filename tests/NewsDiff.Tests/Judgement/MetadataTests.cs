using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>An edit of what stands around the text is an event of its own, and what only varies is none.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("author", "Jane Doe", "Ola Berg", "Authors: \"Jane Doe\" → \"Ola Berg\"")]
    [InlineData("article:published_time", "2026-05-03T10:00:00Z", "2026-05-02T10:00:00Z",
        "PublishedAt: \"2026-05-03T10:00:00+00:00\" → \"2026-05-02T10:00:00+00:00\"")]
    [InlineData("article:section", "World", "Sport", "Section: \"World\" → \"Sport\"")]
    [InlineData("og:description", "The harbour is shut.", "The harbour is open.",
        "Summary: \"The harbour is shut.\" → \"The harbour is open.\"")]
    [InlineData("og:image", "https://i.example/harbour-storm.jpg", "https://i.example/harbour-calm.jpg",
        "LeadImage: \"https://i.example/harbour-storm.jpg\" → \"https://i.example/harbour-calm.jpg\"")]
    public async Task A_silent_edit_of_the_head_is_one_event_and_no_version(
        string name, string before, string after, string expected)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta(name, request.Number < 3 ? before : after)));
        await room.AskAsync();

        Assert.Equal(Enumerable.Repeat(CheckKind.Unchanged, 6), await room.VisitAsync(6));

        Assert.Equal([expected], await ChangesAsync(room));
        Assert.Single(await room.VersionsAsync());
    }

    [Theory]
    [InlineData("<figure><img src=\"a.jpg\"><figcaption>{0}</figcaption></figure>", "The harbour on Monday.",
        "The harbour on Tuesday.", "Captions: \"The harbour on Monday.\" → \"The harbour on Tuesday.\"")]
    [InlineData("<p>The council has read <a href=\"{0}\">a report on the harbour</a> with care.</p>",
        "https://a.example/report", "https://b.example/report",
        "Links: \"https://a.example/report\" → \"https://b.example/report\"")]
    public async Task A_caption_and_the_target_of_a_link_count(
        string element, string before, string after, string expected)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(
            "", string.Format(null, element, request.Number < 3 ? before : after)));
        await room.AskAsync();
        await room.VisitAsync(4);

        Assert.Equal([expected], await ChangesAsync(room));
        Assert.Single(await room.VersionsAsync());
    }

    [Theory]
    [InlineData("og:image", "https://i.example/harbour-storm.jpg?w={0}")]
    [InlineData("article:modified_time", "2026-05-03T10:0{0}:00Z")]
    public async Task What_varies_without_an_edit_is_nothing(string name, string value)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta(name, string.Format(null, value, request.Number))));
        await room.AskAsync();
        await room.VisitAsync(8);

        Assert.Empty(await ChangesAsync(room));
    }

    [Fact]
    public async Task The_order_of_authors_is_nothing()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(request.Number % 2 == 0
            ? Meta("author", "Jane Doe") + Meta("author", "Ola Berg")
            : Meta("author", "Ola Berg") + Meta("author", "Jane Doe")));
        await room.AskAsync();
        await room.VisitAsync(5);

        Assert.Empty(await ChangesAsync(room));
        Assert.Equal(2, (await room.VersionsAsync())[0].Article.Authors.Length);
    }

    [Fact]
    public async Task A_byline_that_is_missing_once_is_nothing()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(request.Number % 4 == 3 ? "" : Meta("author", "Jane Doe")));
        await room.AskAsync();
        await room.VisitAsync(12);

        Assert.Empty(await ChangesAsync(room));
    }

    [Fact]
    public async Task A_byline_that_stays_away_for_a_day_was_removed()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(request.Number > 2 ? "" : Meta("author", "Jane Doe")));
        await room.AskAsync();
        await room.VisitAsync(4);
        Assert.Empty(await ChangesAsync(room));
        await room.VisitAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(["Authors: \"Jane Doe\" → none"], await ChangesAsync(room));
    }

    [Fact]
    public async Task A_section_that_flaps_makes_one_event()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(
            Meta("article:section", request.Number % 2 == 0 ? "Sport" : "World")));
        await room.AskAsync();
        await room.VisitAsync(40);

        Assert.Single(await ChangesAsync(room));
    }

    [Fact]
    public async Task A_section_that_goes_back_for_good_makes_two()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(
            Meta("article:section", request.Number is 3 or 4 ? "Sport" : "World")));
        await room.AskAsync();
        await room.VisitAsync(6);
        await room.VisitAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(
            ["Section: \"World\" → \"Sport\"", "Section: \"Sport\" → \"World\""], await ChangesAsync(room));
    }

    [Fact]
    public async Task A_field_with_another_value_at_every_visit_makes_three_events()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta("article:section", $"Edition {request.Number}")));
        await room.AskAsync();
        await room.VisitAsync(25);

        Assert.Equal(3, (await ChangesAsync(room)).Count);
    }

    [Fact]
    public async Task An_event_belongs_to_the_version_and_has_its_own_time()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta("author", request.Number < 3 ? "Jane Doe" : "Ola Berg")));
        await room.AskAsync();
        await room.VisitAsync(2);

        ArticleVersion version = Assert.Single(await room.VersionsAsync());
        List<ArticleEvent> events = await EventsAsync(room);
        ArticleEvent happened = events[^1];
        Assert.Equal(
            (ArticleEventKind.MetadataChanged, 1, room.Clock.Now), (happened.Kind, happened.Number, happened.At));
        Assert.Equal("Jane Doe", Assert.Single(version.Article.Authors));
        Assert.Equal("Ola Berg", Assert.Single(version.WithMetadata(events).Authors));
        Assert.Equal(version.ContentHash, ContentHash.Compute(version.WithMetadata(events)));
    }

    [Fact]
    public async Task A_metadata_edit_leaves_the_schedule_as_it_is()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta("author", request.Number < 6 ? "Jane Doe" : "Ola Berg")));
        await room.AskAsync();
        DateTimeOffset? stored = (await room.FindVisitAsync()).LastChangedAt;
        await room.VisitAsync(4);
        TimeSpan before = (await room.FindVisitAsync()).Interval;
        await room.VisitAsync(1);

        Assert.Single(await ChangesAsync(room));
        Visit visit = await room.FindVisitAsync();
        Assert.Equal(stored, visit.LastChangedAt);
        Assert.InRange(visit.Interval, before, before * 4);
    }

    [Fact]
    public async Task An_edit_of_text_and_byline_is_one_version_and_no_other_event()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        string[] story = Story.About(0);
        room.Site.Script("/story", request => Page(
            Meta("author", request.Number < 3 ? "Jane Doe" : "Ola Berg"),
            request.Number < 3 ? "" : "<p>The harbour master has since asked the council for its view.</p>"));
        await room.AskAsync();
        await room.VisitAsync(5);

        Assert.Empty(await ChangesAsync(room));
        Assert.Equal("Ola Berg", Assert.Single((await room.VersionsAsync())[1].Article.Authors));
    }

    [Fact]
    public async Task A_restart_forgets_no_change_and_repeats_none()
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        room.Site.Script("/story", request => Page(Meta("author", request.Number < 3 ? "Jane Doe" : "Ola Berg")));
        await room.AskAsync();
        await room.VisitAsync(3);
        room.Restart();
        await room.VisitAsync(3);

        Assert.Single(await ChangesAsync(room));
    }

    private static ScriptedAnswer Page(string head, string extra = "") => ScriptedAnswer.Page(
        Story.PageOf("The harbour", "<p>" + string.Join("</p><p>", Story.About(0)) + "</p>" + extra)
            .Replace("</head>", head + "</head>", StringComparison.Ordinal));

    private static string Meta(string name, string content) => $"<meta property=\"{name}\" content=\"{content}\">";

    private static async Task<List<ArticleEvent>> EventsAsync(JudgedSite room) =>
        await room.Store.ReadEventsAsync(new EventQuery(), JudgedSite.Stop).ToListAsync(JudgedSite.Stop);

    private static async Task<List<string>> ChangesAsync(JudgedSite room) =>
        [.. (await EventsAsync(room)).SelectMany(happened => happened.Metadata).Select(change => change.ToString())];
}
