using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Tracking;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>Who cannot manage, and what cannot be typed.</summary>
public sealed class ManageGuardTests
{
    private const string Feed = "https://news.example/feed";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Typed =>
    [
        "", "   ", "javascript:alert(1)", "JavaScript://%0aalert(1)", "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd", "ftp://news.example/", "feed", "localhost", "https://", "https:///x", "http://[::1",
        "https://user:secret@news.example/", "https://news.example/\u202Efdp", "https://news\u0007.example/",
        "https://news.example/\u200B", "\"><script>alert(1)</script>", "' onfocus=alert(1) autofocus x='",
        "https://news.example/" + new string('a', 9000), new string('ж', 300_000),
    ];

    [Fact]
    public async Task Without_a_policy_there_is_no_trace_of_managing()
    {
        await using MappedSite site = await MappedSite.StartAsync(app => app.MapNewsDiff("/news"));
        string id = await site.AddChangedAsync();

        foreach (string path in (string[])["", "articles", "feeds", $"articles/{id}", $"articles/{id}/diff/1/2"])
        {
            Assert.DoesNotContain("anage", await site.ReadAsync("/news/" + path), StringComparison.Ordinal);
        }

        using HttpResponseMessage get = await site.Client.GetAsync("/news/manage", Stop);
        using HttpResponseMessage post = await site.Client.PostAsync("/news/manage/look", content: null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Theory]
    [InlineData(false, true, "editors", "AddAntiforgery")]
    [InlineData(true, false, "editors", "AddAuthorization")]
    [InlineData(true, true, "others", "no policy 'others'")]
    [InlineData(true, true, "", "no policy ''")]
    [InlineData(true, true, "editors", "AddNewsDiff")]
    public async Task A_host_that_forgot_something_does_not_start(
        bool hasTokens, bool hasPolicies, string policy, string missing)
    {
        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            MappedSite.StartAsync(
                app => app.MapNewsDiff(options: new NewsDiffSiteOptions { ManagePolicy = policy }),
                services =>
                {
                    _ = hasTokens ? services.AddAntiforgery() : services;
                    _ = hasPolicies
                        ? services.AddAuthorization(options => options.AddPolicy(
                            "editors", editors => editors.RequireAuthenticatedUser()))
                        : services;
                }));

        Assert.Contains(missing, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_policy_refuses_reads_and_sends_nothing_even_on_a_site_that_is_open_to_all()
    {
        await using ManagedSite site = await ManagedSite.StartAsync(
            conventions: site => site.AllowAnonymous(), isOpen: false);

        using HttpResponseMessage get = await site.SendAsync(Request(HttpMethod.Get, "/news/manage"));
        using HttpResponseMessage post = await site.SendAsync(Request(HttpMethod.Post, "/news/manage/look"));
        using HttpResponseMessage open = await site.SendAsync(Request(HttpMethod.Get, "/news/"));

        Assert.Equal(HttpStatusCode.Unauthorized, get.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    public static TheoryData<string?, string?, string?, HttpStatusCode> Senders => new()
    {
        { "own", null, null, HttpStatusCode.SeeOther },
        { "own", "same-origin", null, HttpStatusCode.SeeOther },
        { "own", "cross-site", null, HttpStatusCode.Forbidden },
        { "own", "same-site", null, HttpStatusCode.Forbidden },
        { null, null, null, HttpStatusCode.Forbidden },
        { "null", null, null, HttpStatusCode.Forbidden },
        { "https://evil.example", null, null, HttpStatusCode.Forbidden },
        { "http://localhost:1", null, null, HttpStatusCode.Forbidden },

        // A name of another site that resolves to this machine: its page is of the same origin.
        { "http://evil.example", "same-origin", "evil.example", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Senders))]
    public async Task Only_pages_of_the_site_itself_send_forms(
        string? origin, string? fetchSite, string? host, HttpStatusCode expected)
    {
        await using ManagedSite site = await FollowedAsync();
        using HttpRequestMessage form = await site.FormAsync("pause", ("feed", Feed));
        form.Headers.Remove("Origin");
        form.Headers.Host = host;
        Add(form, "Origin", origin == "own" ? site.Origin : origin);
        Add(form, "Sec-Fetch-Site", fetchSite);

        using HttpResponseMessage answer = await site.SendAsync(form);

        Assert.Equal(expected, answer.StatusCode);
        Visit? visit = await site.Store.FindVisitAsync(VisitKind.Feed, Feed, Stop);
        Assert.Equal(expected == HttpStatusCode.SeeOther, visit?.State == VisitState.Paused);
    }

    [Fact]
    public async Task A_foreign_name_of_this_machine_reads_nothing()
    {
        await using ManagedSite site = await FollowedAsync();
        using HttpRequestMessage request = Request(HttpMethod.Get, "/news/manage");
        request.Headers.Host = "evil.example";

        using HttpResponseMessage answer = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(Feed, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_public_address_forms_come_from_there()
    {
        await using ManagedSite site = await FollowedAsync(
            new NewsDiffSiteOptions { PublicUrl = new Uri("https://changes.example/news/") });
        foreach ((string origin, HttpStatusCode expected) in new[]
        {
            ("https://changes.example", HttpStatusCode.SeeOther),
            ("http://changes.example", HttpStatusCode.Forbidden),
            (site.Origin, HttpStatusCode.Forbidden),
        })
        {
            using HttpRequestMessage form = await site.FormAsync("pause", ("feed", Feed));
            form.Headers.Remove("Origin");
            form.Headers.Add("Origin", origin);
            using HttpResponseMessage answer = await site.SendAsync(form);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_a_page_says_so()
    {
        await using ManagedSite site = await FollowedAsync();
        using HttpRequestMessage form = Request(HttpMethod.Post, "/news/manage/pause");
        form.Content = new FormUrlEncodedContent([new("feed", Feed)]);
        form.Headers.Add("Origin", site.Origin);

        using HttpResponseMessage answer = await site.SendAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The form was too old", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(await site.Store.FindVisitAsync(VisitKind.Feed, Feed, Stop));
    }

    [Fact]
    public async Task Other_bodies_and_larger_ones_are_refused()
    {
        await using ManagedSite site = await FollowedAsync();
        using HttpRequestMessage json = await site.FormAsync("pause");
        json.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using HttpRequestMessage large = await site.FormAsync("look", ("address", new string('a', 13_000_000)));
        large.Headers.ExpectContinue = true;
        using HttpRequestMessage odd = await site.FormAsync("look", ("address", "\0"));

        using HttpResponseMessage ofJson = await site.SendAsync(json);
        using HttpResponseMessage ofLarge = await site.SendAsync(large);
        using HttpResponseMessage ofOdd = await site.SendAsync(odd);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, ofJson.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, ofLarge.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, ofOdd.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Whatever_is_typed_is_kept_as_text_with_one_sentence_beside_it(string typed)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();

        IHtmlDocument page = await site.SubmitAsync("look", ("address", typed));

        IHtmlInputElement field = page.QuerySelector<IHtmlInputElement>("#address")!;
        IElement fault = page.QuerySelector("#address-fault")!;
        Assert.NotEmpty(fault.TextContent);
        Assert.Equal("address-fault", field.GetAttribute("aria-describedby"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal(typed.Replace('\a', '\uFFFD')[..Math.Min(typed.Length, 8192)], field.Value);
        Assert.Empty(page.QuerySelectorAll("script, iframe, [onfocus]"));
        Assert.DoesNotContain("secret", fault.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1:8080/")]
    [InlineData("http://2130706433/x.y")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    public async Task A_private_address_is_not_visited(string typed)
    {
        await using ManagedSite site = await ManagedSite.StartAsync();

        IHtmlDocument page = await site.SubmitAsync("look", ("address", typed));

        Assert.Contains("Only public addresses are visited", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[name=draft]"));
        Assert.Empty(site.News.Requests);
    }

    [Fact]
    public async Task No_page_for_managing_is_kept_or_framed_or_named_to_others()
    {
        await using ManagedSite site = await ManagedSite.StartAsync(conventions: site => site.CacheOutput());

        using HttpResponseMessage answer = await site.SendAsync(Request(HttpMethod.Get, "/news/manage"));

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
        Assert.Contains(
            "frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains(
            "noindex", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task<ManagedSite> FollowedAsync(NewsDiffSiteOptions? options = null)
    {
        ManagedSite site = await ManagedSite.StartAsync(options);
        await site.Store.AddSubscriptionAsync(
            new Subscription { Url = new Uri(Feed), AddedAt = DateTimeOffset.UtcNow }, Stop);
        return site;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, new Uri(path, UriKind.Relative));

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }
}
