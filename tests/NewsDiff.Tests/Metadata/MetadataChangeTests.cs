namespace NewsDiff.Tests.Metadata;

/// <summary>What counts as a change around the text, and what does not: each rule from both sides.</summary>
public sealed class MetadataChangeTests
{
    [Theory]
    [InlineData("Jane Doe;Ola Berg", "Ola Berg;Jane Doe")]
    [InlineData("Jane Doe", "Jane\u00a0 Doe")]
    [InlineData("Jane Doe", "JANE DOE")]
    [InlineData("Zoë Doe", "Zoe\u0308 Doe")]
    [InlineData("Jane Doe", "Jane Doe;Jane Doe")]
    public void Order_spaces_and_capitals_of_names_are_no_change(string before, string after) =>
        Assert.Empty(MetadataChange.Compute(By(before), By(after)));

    [Theory]
    [InlineData("Jane Doe", "Ola Berg", "Authors: \"Jane Doe\" → \"Ola Berg\"")]
    [InlineData("Jane Doe;Ola Berg", "Jane Doe", "Authors: \"Ola Berg\" → none")]
    [InlineData("Jane Doe", "Ola Berg;Jane Doe", "Authors: none → \"Ola Berg\"")]
    public void Another_name_is_a_change_that_leaves_out_who_stayed(string before, string after, string expected) =>
        Assert.Equal(expected, Assert.Single(MetadataChange.Compute(By(before), By(after))).ToString());

    [Theory]
    [InlineData("2026-05-03", "2026-05-03T14:20")]
    [InlineData("2026-05-04", "2026-05-03T23:30-05:00")]
    [InlineData("2026-05", "2026-05-31T22:00:00Z")]
    [InlineData("2026-05-03T14:20:05+02:00", "2026-05-03T12:20Z")]
    [InlineData("2026-05-03T14:20", "2026-05-03T14:20:59")]
    [InlineData("2026-05-03T14:20", "2026-05-03T12:20:00Z")]
    public void The_same_date_in_another_form_is_no_change(string before, string after)
    {
        Assert.Empty(MetadataChange.Compute(Published(before), Published(after)));
        Assert.Empty(MetadataChange.Compute(Published(after), Published(before)));
    }

    [Theory]
    [InlineData("2026-05-03", "2026-05-02")]
    [InlineData("2026-05-03T14:20:00Z", "2026-05-02T14:20:00Z")]
    [InlineData("2026-05-03T14:20:00Z", "2026-05-03T14:20:00+02:00")]
    [InlineData("2026-05-03T14:20", "2026-05-03T14:27Z")]
    [InlineData("2026-05-03", "2026-05-05T14:20:00Z")]
    public void Another_date_of_publication_is_a_change_in_both_directions(string before, string after)
    {
        Assert.Equal(MetadataField.PublishedAt, Assert.Single(
            MetadataChange.Compute(Published(before), Published(after))).Field);
        Assert.Equal(MetadataField.PublishedAt, Assert.Single(
            MetadataChange.Compute(Published(after), Published(before))).Field);
    }

    [Theory]
    [InlineData("2026-05-03T14:20Z", "2026-05-03T18:00Z", 0)]
    [InlineData("2026-05-03T14:20Z", "2027-01-01", 0)]
    [InlineData("2026-05-03T14:20Z", null, 0)]
    [InlineData(null, "2026-05-03T14:20Z", 0)]
    [InlineData("2026-05-03T14:20Z", "2026-05-03", 0)]
    [InlineData("2026-05-03T14:20Z", "2026-05-01T14:20Z", 1)]
    public void A_date_of_modification_only_counts_when_it_goes_back(string? before, string? after, int changes) =>
        Assert.Equal(changes, MetadataChange.Compute(Modified(before), Modified(after)).Length);

    [Fact]
    public void A_date_of_publication_that_is_that_of_the_update_moves_on_with_it()
    {
        Article before = Updated("2026-05-03T14:20Z", "2026-05-03T14:20Z");

        Assert.Empty(MetadataChange.Compute(before, Updated("2026-05-04T09:00Z", "2026-05-04T09:00Z")));
        Assert.Equal(2, MetadataChange.Compute(before, Updated("2026-05-01T09:00Z", "2026-05-01T09:00Z")).Length);
        Assert.Single(MetadataChange.Compute(before, Updated("2026-05-04T09:00Z", "2026-05-04T09:03Z")));
    }

    [Theory]
    [InlineData(
        "https://i.example/photos/harbour-storm.jpg?w=1200&q=80",
        "https://i.example/photos/harbour-storm.jpg?w=640")]
    [InlineData("https://i.example/photos/harbour-storm.jpg", "https://cdn7.example/photos/harbour-storm.webp")]
    [InlineData(
        "https://i.example/uploads/harbour-storm-1024x576.jpg",
        "https://i.example/uploads/harbour-storm-300x169.jpg")]
    [InlineData(
        "https://i.example/news/1024/branded/A1/_12345678_storm.jpg",
        "https://i.example/ace/640/A1/_12345678_storm.jpg.webp")]
    [InlineData(
        "https://i.example/img/media/0a1b2c3d4e5f/0_0_5000_3000/master/5000.jpg?width=1200&s=aa",
        "https://i.example/img/media/0a1b2c3d4e5f/0_210_5000_3000/master/5000.jpg?width=620&s=bb")]
    [InlineData(
        "https://i.example/image/upload/w_1200,h_630,c_fill/v17/harbour-storm.jpg",
        "https://i.example/image/upload/f_auto,q_80/v17/harbour-storm.jpg")]
    [InlineData(
        "https://site.example/_next/image?url=https%3A%2F%2Fi.example%2Fharbour-storm.jpg&w=1920&q=75",
        "https://i.example/harbour-storm.jpg")]
    [InlineData(
        "https://i0.example/i.example/2026/05/harbour-storm.jpg?resize=800",
        "https://i.example/2026/05/harbour-storm.jpg")]
    [InlineData(
        "https://i.example/05harbour-facebookJumbo.jpg",
        "https://i.example/05harbour-videoSixteenByNine3000.jpg")]
    [InlineData(
        "https://i.example/render.php?id=harbour778&w=300",
        "https://i.example/render.php?id=harbour778&w=1200")]
    [InlineData(
        "https://i.example/27harbour/jp-27harbour1/jp-27harbour1-thumbStandard.jpg",
        "https://j.example/27harbour/jp-27harbour1/jp-27harbour1-articleLarge.jpg")]
    public void Another_size_or_server_of_a_picture_is_no_change(string before, string after) =>
        Assert.Empty(MetadataChange.Compute(Shown(before), Shown(after)));

    [Theory]
    [InlineData("https://i.example/photos/harbour-storm.jpg", "https://i.example/photos/harbour-calm.jpg")]
    [InlineData("https://i.example/2026/05/01/photo.jpg", "https://i.example/2026/05/02/photo.jpg")]
    [InlineData(
        "https://i.example/img/media/0a1b2c3d4e5f/5000.jpg?width=1200",
        "https://i.example/img/media/9f8e7d6c5b4a/5000.jpg?width=1200")]
    [InlineData("https://i.example/render.php?id=harbour778&w=300", "https://i.example/render.php?id=harbour779&w=300")]
    [InlineData("https://i.example/_12345678_storm.jpg", "https://i.example/_12345679_storm.jpg")]
    public void Another_picture_is_a_change(string before, string after) =>
        Assert.Equal(MetadataField.LeadImage, Assert.Single(MetadataChange.Compute(Shown(before), Shown(after))).Field);

    [Theory]
    [InlineData("https://a.example/report", "https://a.example/report?utm_source=front&utm_medium=web")]
    [InlineData("http://www.a.example/report/", "https://a.example/report#top")]
    [InlineData("https://a.example/1 https://a.example/2", "https://a.example/2 https://a.example/1")]
    [InlineData("https://a.example/find?q=quay&hl=en", "https://a.example/find?hl=en&q=quay")]
    [InlineData("https://news.example/story-2", "https://news.example/story-2?cx=4754")]
    [InlineData("https://news.example/story-2?cx=4754", "https://news.example/story-2?cx=9120")]
    [InlineData("https://www.news.example/inquiry?cx=1&cd=form", "https://www.news.example/inquiry?cd=form")]
    public void The_same_target_of_a_link_is_no_change(string before, string after) =>
        Assert.Empty(MetadataChange.Compute(Linking(before), Linking(after)));

    [Theory]
    [InlineData("https://news.example/find?q=quay", "https://news.example/find?q=crane")]
    [InlineData("https://news.example/story-2?cx=4754", "https://news.example/story-3?cx=4754")]
    [InlineData("https://a.example/story-2", "https://a.example/story-2?cx=4754")]
    [InlineData("https://a.example/x", "https://b.example/x")]
    public void Another_page_or_site_is_another_target(string before, string after) =>
        Assert.Equal(MetadataField.Links, Assert.Single(MetadataChange.Compute(Linking(before), Linking(after))).Field);

    [Fact]
    public void Another_target_of_a_link_is_a_change()
    {
        MetadataChange change = Assert.Single(MetadataChange.Compute(
            Linking("https://a.example/1 https://a.example/2?page=1"),
            Linking("https://a.example/1 https://a.example/2?page=2")));

        Assert.Equal(
            (MetadataField.Links, "https://a.example/2?page=1", "https://a.example/2?page=2"),
            (change.Field, Assert.Single(change.Before), Assert.Single(change.After)));
    }

    [Theory]
    [InlineData("The harbour &amp; its boats", "The harbour  & its boats", 0)]
    [InlineData("The harbour was closed after a storm.", "The harbour was closed…", 0)]
    [InlineData("The harbour was closed...", "The harbour was closed after a storm.", 0)]
    [InlineData("The harbour was closed.", "The harbour was reopened.", 1)]
    [InlineData("The harbour was closed", "The harbour was closed after a storm.", 1)]
    public void A_summary_counts_by_its_words(string before, string after, int changes) =>
        Assert.Equal(changes, MetadataChange.Compute(
            Bare with { Summary = before }, Bare with { Summary = after }).Length);

    [Fact]
    public void A_caption_and_a_section_count_and_title_and_text_do_not()
    {
        Article before = Bare with { Section = "World", Captions = ["The harbour on Monday.", "A map."] };
        Article after = Bare with
        {
            Title = "Another title",
            Paragraphs = ["Another text."],
            Section = "Sport",
            Captions = ["The harbour on Tuesday.", "A  map."],
        };

        Assert.Equal(
            ["Section: \"World\" → \"Sport\"", "Captions: \"The harbour on Monday.\" → \"The harbour on Tuesday.\""],
            MetadataChange.Compute(before, after).Select(change => change.ToString()));
        Assert.Empty(MetadataChange.Compute(before, before with { Section = " WORLD " }));
    }

    [Fact]
    public void Changes_applied_to_the_former_article_give_the_later_one()
    {
        Article before = Full("a", 3);
        Article after = Full("b", 1);
        var version = new ArticleVersion
        {
            ArticleId = "a",
            Number = 2,
            SeenAt = DateTimeOffset.UnixEpoch,
            Article = before,
            ContentHash = "",
        };
        NewsDiff.Events.ArticleEvent Happened(int number) => new()
        {
            Id = Guid.NewGuid(),
            Cursor = default,
            Kind = NewsDiff.Events.ArticleEventKind.MetadataChanged,
            ArticleId = "a",
            At = DateTimeOffset.UnixEpoch,
            Number = number,
            Metadata = MetadataChange.Compute(before, after),
        };

        Article current = version.WithMetadata([Happened(2)]);

        Assert.Equal(7, MetadataChange.Compute(before, after).Length);
        Assert.Empty(MetadataChange.Compute(current, after));
        Assert.Empty(MetadataChange.Compute(after, current));
        Assert.Same(before, version.WithMetadata([Happened(1)]));
    }

    private static Article Bare { get; } = new()
    {
        Url = new Uri("https://news.example/1"),
        Title = "Title",
        Paragraphs = ["Text."],
    };

    private static Article Full(string name, int count) => Bare with
    {
        Authors = [.. Enumerable.Range(0, count).Select(n => $"{name}{n} Doe"), "Ola Berg"],
        PublishedAt = new ArticleDate(new DateTime(2026, 5, count), DatePrecision.Day),
        Section = name,
        Summary = name,
        LeadImageUrl = new Uri($"https://i.example/harbour-{name}{name}.jpg"),
        Captions = [.. Enumerable.Range(0, count).Select(n => $"{name}{n}")],
        Links = [new Uri("https://a.example/same"), new Uri($"https://a.example/{name}")],
    };

    private static Article By(string names) => Bare with { Authors = [.. names.Split(';')] };

    private static Article Published(string date) => Bare with { PublishedAt = Date(date) };

    private static Article Modified(string? date) => Bare with { ModifiedAt = date is null ? null : Date(date) };

    private static Article Updated(string published, string modified) =>
        Bare with { PublishedAt = Date(published), ModifiedAt = Date(modified) };

    private static ArticleDate Date(string text) =>
        ArticleDate.TryParse(text, out ArticleDate date) ? date : throw new FormatException(text);

    private static Article Shown(string url) => Bare with { LeadImageUrl = new Uri(url) };

    private static Article Linking(string urls) =>
        Bare with { Links = [.. urls.Split(' ').Select(url => new Uri(url))] };
}
