using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Http;

namespace NewsDiff.Tests.Fetching;

public sealed class LimitTests
{
    [Fact]
    public async Task A_body_past_the_limit_is_too_large()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(options => options with { MaxBodyBytes = 10_000 });
        web.Site.MapText("/ferry", FetchingSite.Story + new string('x', 10_000));

        Assert.Equal(FetchStatus.TooLarge, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { MaxBodyBytes = 1_000_000 });
        web.Site.Map("/ferry", async context =>
        {
            context.Response.ContentType = "text/html";
            byte[] more = new byte[10_000];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(more, context.RequestAborted);
            }
        });

        Assert.Equal(FetchStatus.TooLarge, (await web.FetchAsync("/ferry")).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_too_large(string coding)
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { MaxBodyBytes = 1_000_000 });
        byte[] bomb = Pack(new byte[50_000_000], coding);
        web.Site.Map("/ferry", context => SendAsync(context, bomb, coding));

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.True(bomb.Length < 100_000);
        Assert.Equal(FetchStatus.TooLarge, result.Status);
    }

    [Theory]
    [InlineData(900_000, FetchStatus.NotAnArticle)]
    [InlineData(5_000_000, FetchStatus.TooLarge)]
    public async Task Past_the_first_mebibyte_a_body_may_unpack_to_200_times_its_size(int length, FetchStatus expected)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] packed = Pack(Encoding.UTF8.GetBytes("<html><body>" + new string(' ', length)), "gzip");
        web.Site.Map("/ferry", context => SendAsync(context, packed, "gzip"));

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.True(length > 200 * packed.Length);
        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == FetchStatus.TooLarge, result.Reason!.Contains("200 times", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_is_given_up_in_the_first_window_that_brings_too_little()
    {
        var clock = new ManualTimeProvider();
        using var guard = new SlowBodyGuard(HttpFetchOptions.Default, clock, CancellationToken.None);
        foreach (int bytes in (int[])[1000, 5000, 1000])
        {
            guard.Count(bytes);
            clock.Advance(TimeSpan.FromSeconds(20));
            Assert.False(guard.Token.IsCancellationRequested);
        }

        guard.Count(999);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.True(guard.HasGivenUp);
        Assert.True(guard.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    public async Task Compressed_pages_are_read(string coding)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] packed = Pack(Encoding.UTF8.GetBytes(FetchingSite.Story), coding);
        web.Site.Map("/ferry", context => SendAsync(context, packed, coding.Split(' ')[^1]));

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/ferry")).Status);
        Assert.Contains("gzip", web.Site.RequestsFor("/ferry")[0].Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_packed_twice_is_read_and_one_packed_more_often_is_not()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] twice = Pack(Pack(Encoding.UTF8.GetBytes(FetchingSite.Story), "gzip"), "br");
        web.Site.Map("/twice", context => SendAsync(context, twice, "gzip, br"));
        web.Site.Map("/thrice", context => SendAsync(context, Pack(twice, "gzip"), "gzip, br, gzip"));

        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/twice")).Status);
        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/thrice")).Status);
    }

    [Theory]
    [InlineData("gzip", 40)]
    [InlineData("gzip", 4)]
    [InlineData("br", 40)]
    [InlineData("deflate", 40)]
    public async Task A_compressed_page_that_breaks_off_is_a_failure(string coding, int missing)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] packed = Pack(Encoding.UTF8.GetBytes(FetchingSite.Story), coding);
        web.Site.Map("/ferry", context => SendAsync(context, packed[..^missing], coding));

        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/ferry")).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_page_that_is_damaged_is_a_failure(string coding)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] packed = Pack(Encoding.UTF8.GetBytes(FetchingSite.Story), coding);
        packed.AsSpan(20, 200).Fill(0xA5);
        web.Site.Map("/ferry", context => SendAsync(context, packed, coding));

        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task A_page_that_is_compressed_in_parts_is_read_whole()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        byte[] story = Encoding.UTF8.GetBytes(FetchingSite.Story);
        byte[] packed = [.. Pack(story[..300], "gzip"), .. Pack(story[300..], "gzip")];
        web.Site.Map("/ferry", context => SendAsync(context, packed, "gzip"));
        web.Site.Map("/broken", context => SendAsync(context, packed[..^40], "gzip"));

        Assert.Equal(3, (await web.FetchAsync("/ferry")).Article?.Paragraphs.Length);
        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/broken")).Status);
    }

    [Fact]
    public async Task An_answer_shorter_than_announced_is_a_failure()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/ferry", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(FetchingSite.Story));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        FetchResult result = await web.FetchAsync("/ferry");

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Null(result.Article);
    }

    [Fact]
    public async Task An_empty_answer_is_a_failure()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", "");

        Assert.Equal(FetchStatus.Failed, (await web.FetchAsync("/ferry")).Status);
    }

    [Fact]
    public async Task A_server_that_sends_no_headers_times_out()
    {
        var clock = new ManualTimeProvider();
        await using FetchingSite web = await FetchingSite.StartAsync(clock: clock);
        var asked = new TaskCompletionSource();
        web.Site.Map("/ferry", context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        Task<FetchResult> fetching = web.FetchAsync("/ferry");
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(fetching.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FetchStatus.TimedOut, (await fetching).Status);
    }

    [Fact]
    public async Task A_body_that_drips_times_out()
    {
        var clock = new ManualTimeProvider();
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { HeaderTimeout = TimeSpan.FromHours(1), MinBytesPerSecond = 0 }, clock);
        var begun = new TaskCompletionSource();
        web.Site.Map("/ferry", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html>");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        Task<FetchResult> fetching = web.FetchAsync("/ferry");
        await begun.Task;
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(fetching.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FetchStatus.TimedOut, (await fetching).Status);
    }

    private static Task SendAsync(HttpContext context, byte[] body, string coding)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = coding;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static byte[] Pack(byte[] content, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
