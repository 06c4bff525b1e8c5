using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>What a person does by the pages for managing.</summary>
public sealed class ManageTests
{
    private const string Story = "The council voted on Tuesday evening, after a debate of several hours, to keep the "
        + "library open until ten, as residents had asked since last autumn in two petitions.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_followed_only_after_its_entries_were_shown()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string feed = Publish(site);

        IHtmlDocument preview = await site.SubmitAsync("look", ("address", feed), ("source", "town"));
        Assert.Empty(await FeedsAsync(site));
        Assert.Contains("Library & council", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Library <b>open</b> longer", "Bridge closed"],
            preview.QuerySelectorAll("ol a").Select(link => link.TextContent));
        IHtmlDocument done = await site.SubmitAsync("follow", ("draft", DraftOf(preview)));

        Subscription followed = Assert.Single(await FeedsAsync(site));
        Assert.Equal((feed, "Library & council", "town"), (followed.Url.AbsoluteUri, followed.Title, followed.Source));
        Assert.StartsWith(
            "The feed is followed.", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        IHtmlDocument again = await site.SubmitAsync("look", ("address", feed));
        Assert.Contains("It is followed already.", TextOf(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_leads_to_its_feed()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string feed = Publish(site);
        site.News.MapText(
            "/front", "<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head></html>");

        IHtmlDocument page = await site.SubmitAsync("look", ("address", site.News.Url("front").AbsoluteUri));

        Assert.Equal(feed, page.QuerySelector("li button[name=address]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_article_is_shown_and_then_stored_as_it_was_shown()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        Publish(site);
        string address = site.News.Url("library").AbsoluteUri;

        IHtmlDocument preview = await site.SubmitAsync("look", ("address", address));
        int requests = site.News.Requests.Count;
        IHtmlDocument done = await site.SubmitAsync("follow", ("draft", DraftOf(preview)));

        Assert.Contains("Library to stay open longer", TextOf(preview), StringComparison.Ordinal);
        Assert.Equal(requests, site.News.Requests.Count);
        Assert.Contains("The article is followed.", TextOf(done), StringComparison.Ordinal);
        ArticleVersion version = Assert.Single(await VersionsAsync(site));
        Assert.Equal("Library to stay open longer", version.Article.Title);
    }

    [Fact]
    public async Task A_rule_is_tried_and_shown_but_stores_nothing()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        Publish(site);
        string address = site.News.Url("library").AbsoluteUri;
        const string Rule = """{ "127.0.0.1": { "title": "h1", "body": "article p" } }""";

        IHtmlDocument preview = await site.SubmitAsync("look", ("address", address), ("rule", Rule));
        IHtmlDocument done = await site.SubmitAsync("follow", ("draft", DraftOf(preview)));

        string matches = preview.QuerySelector("table")!.TextContent;
        Assert.Contains("Library to stay open longer", matches, StringComparison.Ordinal);
        Assert.Equal(Rule, preview.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Contains("It is read at the next check.", TextOf(done), StringComparison.Ordinal);
        Assert.Empty(await VersionsAsync(site));
    }

    [Theory]
    [InlineData("{", "rule")]
    [InlineData("""{ "other.example": { "title": "h1" } }""", "rule")]
    [InlineData("""{ "127.0.0.1": { "title": "h1[" } }""", "rule")]
    public async Task A_wrong_rule_is_told_beside_its_field(string rule, string field)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();

        IHtmlDocument page = await site.SubmitAsync(
            "look", ("address", site.News.Url("library").AbsoluteUri), ("rule", rule));

        Assert.NotEmpty(page.QuerySelector($"#{field}-fault")!.TextContent);
        Assert.Equal(rule, page.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value);
        Assert.Empty(site.News.Requests);
    }

    [Fact]
    public async Task A_paused_feed_is_not_read_until_it_is_resumed_and_a_removed_one_is_gone()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string feed = Publish(site);
        await site.Store.AddSubscriptionAsync(
            new Subscription { Url = new Uri(feed), AddedAt = DateTimeOffset.UtcNow }, Stop);
        ArticleTracker tracker = site.Mapped.Services.GetRequiredService<ArticleTracker>();

        IHtmlDocument paused = await site.SubmitAsync("pause", ("feed", feed));
        await tracker.CheckDueAsync(Stop).ToListAsync(Stop);
        Assert.Empty(site.News.Requests);
        Assert.Equal("Resume", paused.QuerySelector("td button")!.TextContent);
        await site.SubmitAsync("resume", ("feed", feed));
        await tracker.CheckDueAsync(Stop).ToListAsync(Stop);
        Assert.NotEmpty(site.News.Requests);

        IHtmlDocument overview = await site.ShowAsync("/news/manage");
        IHtmlDocument question = await site.ShowAsync(overview.QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Equal(feed, question.QuerySelector("form button")!.GetAttribute("value"));
        await site.SubmitAsync("remove", ("feed", feed));
        Assert.Empty(await FeedsAsync(site));
    }

    [Fact]
    public async Task A_feed_that_the_host_names_is_not_removed_but_may_be_paused()
    {
        const string Feed = "https://news.example/feed";
        await using ManagedSite site = await ManagedSite.StartAsync(services: services =>
            services.AddSingleton(provider => new ArticleTracker(
                new HttpArticleFetcher(provider.GetRequiredService<PoliteClient>()),
                new HttpFeedFetcher(provider.GetRequiredService<PoliteClient>()),
                provider.GetRequiredService<IVersionStore>(),
                new TrackerOptions { NamedFeeds = [new Uri(Feed)] })));
        await site.Store.AddSubscriptionAsync(
            new Subscription { Url = new Uri(Feed), AddedAt = DateTimeOffset.UtcNow }, Stop);

        IHtmlDocument page = await site.SubmitAsync("remove", ("feed", Feed));

        Assert.Single(await FeedsAsync(site));
        Assert.Contains("The settings name it (Feeds)", TextOf(page), StringComparison.Ordinal);
        Assert.Equal(["Pause"], page.QuerySelectorAll("form button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task A_takedown_is_asked_for_twice_and_stands_in_the_log()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string id = await site.Mapped.AddChangedAsync();

        IHtmlDocument question = await site.SubmitAsync(
            "hide", ("article", id), ("first", "1"), ("last", "2"), ("reason", "A <i>court</i> ordered it."));
        Assert.All(await VersionsAsync(site), version => Assert.True(version.HasText));
        Assert.Contains("Erase the texts of versions 1 to 2 for good?", TextOf(question), StringComparison.Ordinal);
        IHtmlDocument done = await site.SubmitAsync("erase", ("draft", DraftOf(question)));

        Assert.All(await VersionsAsync(site), version => Assert.True(version.IsHidden));
        Assert.Contains("The texts are erased.", TextOf(done), StringComparison.Ordinal);
        List<ArticleEvent> hidden = await site.Store.ReadEventsAsync(
            new EventQuery { Kinds = [ArticleEventKind.Hidden] }, Stop).ToListAsync(Stop);
        Assert.Equal(2, hidden.Count);
        Assert.All(hidden, happened => Assert.Equal(
            ("A <i>court</i> ordered it.", "somebody without a name"), (happened.Reason, happened.By)));
    }

    [Theory]
    [InlineData("0", "1", "Why.", "first")]
    [InlineData("2", "1", "Why.", "first")]
    [InlineData("1", "3", "Why.", "first")]
    [InlineData("all", "", "Why.", "first")]
    [InlineData("1", "", " ", "reason")]
    public async Task What_cannot_be_hidden_is_told_beside_its_field(
        string first, string last, string reason, string field)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string id = await site.Mapped.AddChangedAsync();

        IHtmlDocument page = await site.SubmitAsync(
            "hide", ("article", id), ("first", first), ("last", last), ("reason", reason));

        Assert.NotEmpty(page.QuerySelector($"#{field}-fault")!.TextContent);
        Assert.Equal(
            (first, last, reason),
            (ValueOf(page, "first"), ValueOf(page, "last"), ValueOf(page, "reason")));
        Assert.All(await VersionsAsync(site), version => Assert.True(version.HasText));
    }

    [Fact]
    public async Task An_article_is_paused_resumed_and_removed()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string id = await site.Mapped.AddChangedAsync();
        async Task<VisitState?> StateAsync() =>
            (await site.Store.FindVisitAsync(VisitKind.Article, id, Stop))?.State;

        await site.SubmitAsync("pause", ("article", id));
        Assert.Equal(VisitState.Paused, await StateAsync());
        Assert.Contains("Paused", await site.Mapped.ReadAsync($"/news/articles/{id}"), StringComparison.Ordinal);
        await site.SubmitAsync("resume", ("article", id));
        Assert.Equal(VisitState.Active, await StateAsync());
        await site.SubmitAsync("remove", ("article", id));
        Assert.Equal(VisitState.Removed, await StateAsync());
    }

    [Fact]
    public async Task What_fails_is_listed_with_the_reason_and_a_remedy()
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        string feed = site.News.Url("gone").AbsoluteUri;
        await site.Store.AddSubscriptionAsync(
            new Subscription { Url = new Uri(feed), Title = "Gone & lost", AddedAt = DateTimeOffset.UtcNow }, Stop);
        IHtmlDocument before = await site.ShowAsync("/news/manage/failing");
        Assert.Contains("Everything can be read.", TextOf(before), StringComparison.Ordinal);
        await site.Mapped.Services.GetRequiredService<ArticleTracker>().CheckDueAsync(Stop).ToListAsync(Stop);

        IHtmlDocument page = await site.ShowAsync("/news/manage/failing");

        string text = page.QuerySelector("main li")!.TextContent;
        Assert.Contains("Gone & lost", text, StringComparison.Ordinal);
        Assert.Contains("The server has nothing at this address (404).", text, StringComparison.Ordinal);
        Assert.Contains("Look for its new address, follow that, and remove this one.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("follow", "draft", "none")]
    [InlineData("erase", "draft", "none")]
    public async Task A_form_whose_page_is_too_old_does_nothing_and_says_so(string action, string field, string value)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();

        Assert.Equal("/news/manage/expired", await site.PostAsync(action, (field, value)));
        IHtmlDocument page = await site.ShowAsync("/news/manage/expired");
        Assert.Contains("Nothing was done", TextOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause", "feed", "https://unknown.example/")]
    [InlineData("remove", "feed", "not an address")]
    [InlineData("pause", "article", "")]
    [InlineData("hide", "article", "unknown")]
    [InlineData("destroy", "article", "unknown")]
    public async Task What_there_is_not_cannot_be_managed(string action, string field, string value)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();
        using HttpRequestMessage form = await site.FormAsync(action, (field, value));
        using HttpResponseMessage answer = await site.SendAsync(form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await site.ShowAsync("/news/manage/articles/unknown", HttpStatusCode.NotFound);
        await site.ShowAsync("/news/manage/done/unknown", HttpStatusCode.NotFound);
    }

    private static string Publish(ManagedSite site)
    {
        string page = "<!DOCTYPE html><html lang=en><head><title>Library to stay open longer</title></head><body>"
            + $"<article><h1>Library to stay open longer</h1><p>{Story}</p><p>{Story} Twice.</p><p>{Story} Thrice.</p>"
            + "</article></body></html>";
        site.News.MapText("/library", page);
        site.News.MapText(
            "/feed",
            $"""
            <rss version="2.0"><channel><title>Library &amp;amp; council</title><link>{site.News.Url("")}</link>
            <item><title>Library &amp;lt;b&amp;gt;open&amp;lt;/b&amp;gt; longer</title><link>{site.News.Url("library")}</link></item>
            <item><title>Bridge closed</title><link>{site.News.Url("bridge")}</link></item></channel></rss>
            """,
            "application/rss+xml");
        return site.News.Url("feed").AbsoluteUri;
    }

    private static string DraftOf(IHtmlDocument page) =>
        page.QuerySelector("button[name=draft]")!.GetAttribute("value")!;

    private static string ValueOf(IHtmlDocument page, string name) =>
        page.QuerySelector<IHtmlInputElement>($"input[name={name}]")!.Value;

    private static string TextOf(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static ValueTask<List<Subscription>> FeedsAsync(ManagedSite site) =>
        site.Store.ReadSubscriptionsAsync(Stop).ToListAsync(Stop);

    private static ValueTask<List<ArticleVersion>> VersionsAsync(ManagedSite site) =>
        site.Store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop);
}
