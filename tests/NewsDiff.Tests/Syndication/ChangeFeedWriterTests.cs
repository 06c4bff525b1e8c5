using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

using NewsDiff.Events;
using NewsDiff.Syndication;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Tests.Syndication;

public sealed class ChangeFeedWriterTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly ChangeFeedOptions Options = new()
    {
        SelfUrl = new Uri("https://news.example/changes.atom"),
        HomeUrl = new Uri("https://news.example/"),
        LinkOf = change => new Uri(
            $"https://news.example/articles/{change.ArticleId}/diff/{change.Before.Number}/{change.After.Number}"),
    };

    [Fact]
    public async Task Atom_has_what_its_standard_requires()
    {
        XElement feed = XDocument.Parse(await WriteAsync(Options, Stories.HarbourChange())).Root!;

        XElement entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("https://news.example/changes.atom", feed.Element(Atom + "id")!.Value);
        Assert.Equal("2026-05-03T17:20:00.000Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("https://news.example/changes.atom", LinkOf(feed, "self"));
        Assert.Equal("https://news.example/articles/ab12/diff/1/2", LinkOf(entry, "alternate"));
        Assert.StartsWith("urn:uuid:", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(
            "Headline changed: Harbour board narrowly approves 90 homes", entry.Element(Atom + "title")!.Value);
        Assert.Equal("example.org", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("2026-05-03T17:20:00.000Z", entry.Element(Atom + "updated")!.Value);
        Assert.Contains(
            "; headline changed; text moved; ", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.EndsWith(
            "; text joined. Version 2, about 3 hours later than version 1. The board's chair, Ines Albrecht, said that "
            + "the town had waited [+quite] long enough for this decision.",
            entry.Element(Atom + "summary")!.Value,
            StringComparison.Ordinal);
        Assert.Null(entry.Attribute(XNamespace.Xml + "lang"));
        Assert.Contains("lang=\"en\"", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Contains(">[+narrowly]</ins>", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rss_has_what_its_standard_requires()
    {
        string text = await WriteAsync(Options with { Format = ChangeFeedFormat.Rss }, Stories.HarbourChange());
        XElement channel = XDocument.Parse(text).Root!.Element("channel")!;

        XElement item = Assert.Single(channel.Elements("item"));
        Assert.All(["title", "link", "description"], name => Assert.NotEqual("", channel.Element(name)!.Value));
        Assert.Equal("self", channel.Element(Atom + "link")!.Attribute("rel")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Sun, 03 May 2026 17:20:00 GMT", item.Element("pubDate")!.Value);
        Assert.Contains(">[+narrowly]</ins>", item.Element("description")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_feed_has_what_its_standard_requires()
    {
        using JsonDocument json = JsonDocument.Parse(
            await WriteAsync(Options with { Format = ChangeFeedFormat.JsonFeed }, Stories.HarbourChange()));

        JsonElement item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.StartsWith("urn:uuid:", item.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(Stories.Seen.AddHours(3), item.GetProperty("date_published").GetDateTimeOffset());
        Assert.Equal("en", item.GetProperty("language").GetString());
    }

    [Theory]
    [InlineData(ChangeFeedFormat.Atom, "rel=\"next\"")]
    [InlineData(ChangeFeedFormat.Rss, "rel=\"next\"")]
    [InlineData(ChangeFeedFormat.JsonFeed, "\"next_url\": \"")]
    public async Task A_part_of_a_feed_leads_to_older_entries(ChangeFeedFormat format, string sign)
    {
        var next = new Uri("https://news.example/changes?before=1-2");
        ChangeFeedOptions options = Options with { Format = format };
        string part = await WriteAsync(options with { NextUrl = next }, Stories.HarbourChange());

        Assert.Contains(sign, part, StringComparison.Ordinal);
        Assert.Contains(next.AbsoluteUri, part, StringComparison.Ordinal);
        Assert.DoesNotContain(sign, await WriteAsync(options, Stories.HarbourChange()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rss_without_a_home_names_the_site_of_its_articles()
    {
        var options = new ChangeFeedOptions { Format = ChangeFeedFormat.Rss };
        string feed = await WriteAsync(options, Stories.HarbourChange());
        XElement channel = XDocument.Parse(feed).Root!.Element("channel")!;

        Assert.Equal("https://example.org/", channel.Element("link")!.Value);
        Assert.DoesNotContain("about:", await WriteAsync(options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChangeFeedFormat.Atom)]
    [InlineData(ChangeFeedFormat.Rss)]
    [InlineData(ChangeFeedFormat.JsonFeed)]
    public async Task The_same_changes_give_the_same_bytes_and_each_its_own_id(ChangeFeedFormat format)
    {
        ArticleChange other = new(
            Stories.Version(2, Stories.HarbourAfter), Stories.Version(3, Stories.HarbourBefore, TimeSpan.FromDays(1)));
        ChangeFeedOptions options = Options with { Format = format };
        string text = await WriteAsync(options, other, Stories.HarbourChange());

        Assert.Equal(text, await WriteAsync(options, other, Stories.HarbourChange()));
        Assert.Equal(
            2, text.Split("urn:uuid:").Skip(1).Select(part => part[..36]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_feed_without_changes_is_a_feed()
    {
        XElement feed = XDocument.Parse(await WriteAsync(new ChangeFeedOptions())).Root!;

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotEqual("", feed.Element(Atom + "id")!.Value);
        Assert.Equal(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.Parse(feed.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Any_text_gives_well_formed_feeds_with_harmless_content() => Stories.Check((old, @new) =>
    {
        Article after = Stories.Article(@new, @new) with { SiteName = old, Language = old };
        var change = new ArticleChange(Stories.Version(1, Stories.Article(old, old)), Stories.Version(2, after));
        var options = new ChangeFeedOptions { Title = @new, LinkOf = _ => new Uri("javascript:alert(1)") };

        XElement entry = XDocument.Parse(Write(options, change)).Root!.Element(Atom + "entry")!;
        XElement item =
            XDocument.Parse(Write(options with { Format = ChangeFeedFormat.Rss }, change)).Descendants("item").Single();
        using JsonDocument json = JsonDocument.Parse(
            Write(options with { Format = ChangeFeedFormat.JsonFeed }, change));
        string html = entry.Element(Atom + "content")!.Value;

        RenderedHtml.AssertHarmless(html);
        RenderedHtml.AssertHarmless(item.Element("description")!.Value);
        Assert.Null(entry.Element(Atom + "link"));
        Assert.Null(item.Element("link"));
        Assert.False(json.RootElement.GetProperty("items")[0].TryGetProperty("url", out _));
    });

    [Fact]
    public async Task Whatever_else_happened_is_an_entry_among_the_changes()
    {
        ArticleChange change = Stories.HarbourChange();
        ArticleNotice vanished = Notice(change.After.SeenAt.AddHours(1), change.After);
        ArticleNotice hidden = Notice(change.After.SeenAt.AddHours(-1), version: null) with
        {
            Event = Notice(change.After.SeenAt.AddHours(-1), null).Event with
            {
                Kind = ArticleEventKind.Hidden,
                Reason = "A <court> ordered it.",
            },
        };
        using var stream = new MemoryStream();
        ChangeFeedOptions options = Options with
        {
            LinkOfArticle = id => new Uri($"https://news.example/articles/{id}"),
        };
        await new ChangeFeedWriter(options).WriteAsync(
            new[] { change }.ToAsyncEnumerable(), new[] { hidden, vanished }.ToAsyncEnumerable(), stream,
            TestContext.Current.CancellationToken);
        XElement[] entries =
            [.. XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!.Elements(Atom + "entry")];

        Assert.Equal(
            [
                "Vanished from its address: Harbour board narrowly approves 90 homes",
                "Headline changed: Harbour board narrowly approves 90 homes",
                "A version was taken down: example.org",
            ],
            entries.Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Equal($"urn:uuid:{vanished.Event.Id}", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal("https://news.example/articles/ab12", LinkOf(entries[0], "alternate"));
        Assert.Equal(
            "A version was taken down. A <court> ordered it.", entries[2].Element(Atom + "summary")!.Value);
        Assert.Equal(
            "<p>A version was taken down. A &lt;court&gt; ordered it.</p>",
            entries[2].Element(Atom + "content")!.Value);
    }

    [Fact]
    public async Task An_entry_of_changed_metadata_says_what_it_was_and_what_it_is()
    {
        ArticleVersion version = Stories.Version(1, Stories.HarbourBefore);
        ArticleNotice notice = Notice(version.SeenAt, version);
        notice = notice with
        {
            Event = notice.Event with
            {
                Kind = ArticleEventKind.MetadataChanged,
                Metadata =
                    [new MetadataChange { Field = MetadataField.Section, Before = ["<World>"], After = ["Sport"] }],
            },
        };
        using var stream = new MemoryStream();
        await new ChangeFeedWriter(Options).WriteAsync(
            AsyncEnumerable.Empty<ArticleChange>(), new[] { notice }.ToAsyncEnumerable(), stream,
            TestContext.Current.CancellationToken);
        XElement entry = Assert.Single(
            XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!.Elements(Atom + "entry"));

        Assert.Equal(
            "Its metadata changed; its text did not. Section: \"<World>\" → \"Sport\".",
            entry.Element(Atom + "summary")!.Value);
    }

    private static ArticleNotice Notice(DateTimeOffset at, ArticleVersion? version) => new()
    {
        Event = new ArticleEvent
        {
            Id = Guid.NewGuid(),
            Cursor = new EventCursor { Sequence = 1 },
            Kind = ArticleEventKind.Vanished,
            ArticleId = "ab12",
            At = at,
            Host = "example.org",
        },
        Version = version,
    };

    private static string? LinkOf(XElement parent, string relation) =>
        parent.Elements(Atom + "link")
            .Single(link => link.Attribute("rel")!.Value == relation)
            .Attribute("href")?.Value;

    // Nothing waits: the changes are there and the stream is memory.
    private static string Write(ChangeFeedOptions options, ArticleChange change) =>
        WriteAsync(options, change).GetAwaiter().GetResult();

    private static async Task<string> WriteAsync(ChangeFeedOptions options, params ArticleChange[] changes)
    {
        using var stream = new MemoryStream();
        await new ChangeFeedWriter(options).WriteAsync(
            changes.ToAsyncEnumerable(), stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
