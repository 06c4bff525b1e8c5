using Microsoft.AspNetCore.Http;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Fetching;

public sealed class ConditionalRequestTests
{
    [Theory]
    [InlineData("\"abc\"", "Sun, 03 May 2026 10:00:00 GMT")]
    [InlineData("W/\"abc\"", null)]
    [InlineData("abc without quotes", "03.05.2026 10:00")]
    [InlineData(null, "Sun, 03 May 2026 10:00:00 GMT")]
    public async Task Validators_are_sent_back_byte_for_byte(string? etag, string? lastModified)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/ferry", context => AnswerAsync(context, etag, lastModified));

        FetchResult first = await web.FetchAsync("/ferry");
        FetchResult second = await web.FetchAsync("/ferry", first.Validators);

        Assert.Equal(new FetchValidators { ETag = etag, LastModified = lastModified }, first.Validators);
        IReadOnlyDictionary<string, string> headers = web.Site.RequestsFor("/ferry")[1].Headers;
        Assert.Equal(etag, headers.GetValueOrDefault("If-None-Match"));
        Assert.Equal(lastModified, headers.GetValueOrDefault("If-Modified-Since"));
        Assert.Equal(FetchStatus.NotModified, second.Status);
        Assert.Equal(first.Validators, second.Validators);
        Assert.Null(second.Article);
    }

    [Fact]
    public async Task A_new_validator_in_a_304_is_kept()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/ferry", context =>
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = "\"new\"";
            return Task.CompletedTask;
        });

        FetchResult result = await web.FetchAsync(
            "/ferry", new FetchValidators { ETag = "\"old\"", LastModified = "then" });

        Assert.Equal(FetchStatus.NotModified, result.Status);
        Assert.Equal(new FetchValidators { ETag = "\"new\"", LastModified = "then" }, result.Validators);
    }

    [Fact]
    public async Task Not_modified_without_being_asked_is_a_failure()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/ferry", 304);

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Failed, result.Status);
    }

    [Fact]
    public async Task Validators_of_what_was_not_understood_are_forgotten()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/feed", context =>
        {
            context.Response.Headers.ETag = "\"abc\"";
            return context.Response.WriteAsync(
                "<rss><channel><title>Cut</title><item><title>One</title></item><item><ti");
        });
        web.Site.Map("/ferry", context =>
        {
            context.Response.Headers.ETag = "\"abc\"";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html><body></body></html>");
        });

        FeedResult feed = await web.FetchFeedAsync("/feed");
        FetchResult page = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Fetched, feed.Status);
        Assert.Equal("One", feed.Feed!.Entries[0].Title);
        Assert.Null(feed.Validators);
        Assert.Equal(FetchStatus.NotAnArticle, page.Status);
        Assert.Null(page.Validators);
    }

    private static Task AnswerAsync(HttpContext context, string? etag, string? lastModified)
    {
        context.Response.Headers.ETag = etag;
        context.Response.Headers.LastModified = lastModified;
        if (context.Request.Headers.IfNoneMatch.Count > 0 || context.Request.Headers.IfModifiedSince.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(FetchingSite.Story);
    }
}
