using System.Text;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

public sealed class HttpArticleFetcherTests
{
    [Fact]
    public async Task A_page_becomes_an_article()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", FetchingSite.Story);

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Equal("Ferry returns to the northern islands", result.Article!.Title);
        Assert.Equal(3, result.Article.Paragraphs.Length);
        Assert.Equal(200, result.HttpStatusCode);
        Assert.Equal(web.Site.Url("/ferry"), result.Url);
        Assert.True(result.ExtractorVersion > 0);
        Assert.Null(result.Reason);
    }

    [Theory]
    [InlineData(404, FetchStatus.NotFound)]
    [InlineData(410, FetchStatus.Gone)]
    [InlineData(451, FetchStatus.Withheld)]
    [InlineData(429, FetchStatus.OnHold)]
    [InlineData(503, FetchStatus.OnHold)]
    [InlineData(401, FetchStatus.Failed)]
    [InlineData(403, FetchStatus.Failed)]
    [InlineData(500, FetchStatus.Failed)]
    [InlineData(502, FetchStatus.Failed)]
    [InlineData(204, FetchStatus.Failed)]
    [InlineData(206, FetchStatus.Failed)]
    public async Task A_status_becomes_an_outcome_with_a_reason(int code, FetchStatus expected)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/ferry", code);

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(expected, result.Status);
        Assert.Equal(code, result.HttpStatusCode);
        Assert.Null(result.Article);
        Assert.Null(result.Validators);
        Assert.NotEmpty(result.Reason!);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("Sun, 03 May 2026 13:00:00 GMT", 3600)]
    [InlineData("99999999999999", 7 * 24 * 3600)]
    [InlineData("Sun, 03 May 2026 11:00:00 GMT", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_passed_on_when_it_makes_sense(string header, int? seconds)
    {
        var noon = new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);
        await using FetchingSite web = await FetchingSite.StartAsync(clock: new ManualTimeProvider(noon));
        web.Site.Map("/ferry", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.OnHold, result.Status);
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, result.RetryAfter);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/jpeg")]
    public async Task A_text_that_is_no_page_is_not_an_article(string contentType)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", "not a page", contentType);

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.NotAnArticle, result.Status);
        Assert.Contains(contentType, result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_page_under_a_wrong_type_is_recognised_by_its_beginning(string? contentType)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/ferry", async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(FetchingSite.Story));
        });

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Fetched, result.Status);
    }

    [Fact]
    public async Task A_pdf_that_claims_to_be_a_page_is_not_an_article()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", "%PDF-1.7 and so on");

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.NotAnArticle, result.Status);
        Assert.Contains("PDF", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_says_who_it_is_and_sends_nothing_personal()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { Contact = "https://example.org/bot" });
        web.Site.Map("/ferry", async context =>
        {
            context.Response.Headers.SetCookie = "id=1";
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(FetchingSite.Story));
        });

        await web.FetchAsync("/ferry");
        await web.FetchAsync("/ferry");

        Assert.All(web.Site.Requests, request =>
        {
            Assert.Matches(@"^NewsDiff/\d+\.\d+\.\d+ \(\+https://example\.org/bot\)$", request.Headers["User-Agent"]);
            Assert.DoesNotContain("Cookie", request.Headers.Keys);
            Assert.DoesNotContain("Referer", request.Headers.Keys);
            Assert.DoesNotContain("traceparent", request.Headers.Keys);
        });
    }

    [Fact]
    public void A_contact_that_would_break_the_header_is_refused_at_once()
    {
        var options = new HttpFetchOptions { Contact = "me\r\nX-Injected: 1" };

        Assert.Throws<ArgumentException>(() => new HttpArticleFetcher(options));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_not_an_exception()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(options => options with { RespectRobots = false });
        Uri gone = web.Site.Url("/ferry");
        await web.Site.DisposeAsync();

        FetchResult result = await web.Articles.FetchAsync(
            FetchRequest.For(gone), TestContext.Current.CancellationToken);

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Null(result.HttpStatusCode);
        Assert.Contains("127.0.0.1", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_cancellation_is_thrown()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        using var caller = new CancellationTokenSource();
        web.Site.Map("/ferry", async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => web.Articles.FetchAsync(FetchRequest.For(web.Site.Url("/ferry")), caller.Token));
    }

    [Fact]
    public async Task A_client_of_the_hosts_can_be_used_and_is_left_alone()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", FetchingSite.Story);
        using var client =
            new HttpClient(NewsDiffHttp.CreateHandler(new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"] }));
        using (var fetcher = new HttpArticleFetcher(client, new HttpFetchOptions { MinGap = TimeSpan.Zero }))
        {
            FetchResult result = await fetcher.FetchAsync(
                FetchRequest.For(web.Site.Url("/ferry")), TestContext.Current.CancellationToken);
            Assert.Equal(FetchStatus.Fetched, result.Status);
        }

        using HttpResponseMessage answer = await client.GetAsync(
            web.Site.Url("/ferry"), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
