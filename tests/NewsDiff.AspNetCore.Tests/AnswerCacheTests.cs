using System.Globalization;
using System.IO.Compression;
using NewsDiff.AspNetCore.Serving;
using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Tests;

public sealed class AnswerCacheTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private readonly CountedStamp _stamp = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly AnswerCache _cache;
    private int _made;

    public AnswerCacheTests() => _cache = new AnswerCache(_stamp, Megabyte, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task An_answer_is_made_once_while_nothing_happens()
    {
        Assert.Equal(["1", "1", "1"], [await AskAsync("/"), await AskAsync("/"), await AskAsync("/")]);
        Assert.Equal("2", await AskAsync("/articles"));
    }

    [Fact]
    public async Task What_happened_is_in_the_next_answer()
    {
        await AskAsync("/");
        _stamp.Write("2", "2");

        Assert.Equal("2", await AskAsync("/"));
        Assert.Equal(1, _cache.Shelf.Count);
    }

    [Fact]
    public async Task A_plan_may_be_half_a_minute_old_and_no_older_in_any_encoding()
    {
        await AskAsync("/");
        _stamp.Write("2", "1");
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(["1", "1"], [await AskAsync("/"), await AskAsync("/", "br")]);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["2", "2"], [await AskAsync("/", "br"), await AskAsync("/")]);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("2", await AskAsync("/"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_making_and_one_who_leaves_does_not_stop_it()
    {
        var mayEnd = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        async Task<SiteAnswer> MakeSlowlyAsync(CancellationToken stop)
        {
            int number = Interlocked.Increment(ref _made);
            await mayEnd.Task.WaitAsync(stop);
            return SiteAnswer.Ok("text/plain", number.ToString(CultureInfo.InvariantCulture));
        }

        Task<SiteAnswer> leaver = _cache.AnswerAsync("/", null, MakeSlowlyAsync, impatient.Token);
        Task<SiteAnswer>[] asked =
            [.. Enumerable.Range(0, 50).Select(_ => _cache.AnswerAsync("/", null, MakeSlowlyAsync, Stop))];
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        mayEnd.SetResult();

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("1"u8.ToArray(), answer.Body));
        Assert.Equal("1", await AskAsync("/"));
    }

    [Fact]
    public async Task Who_comes_after_an_event_does_not_get_what_was_begun_before_it()
    {
        var mayEnd = new TaskCompletionSource();
        Task<SiteAnswer> old = _cache.AnswerAsync(
            "/",
            null,
            async _ =>
            {
                await mayEnd.Task;
                return SiteAnswer.Ok("text/plain", "before");
            },
            Stop);
        _stamp.Write("2", "2");

        Assert.Equal("1", await AskAsync("/"));
        mayEnd.SetResult();
        Assert.Equal("before"u8.ToArray(), (await old).Body);
        Assert.Equal("2", await AskAsync("/"));
    }

    [Fact]
    public async Task A_fault_is_told_to_all_and_forgotten()
    {
        static Task<SiteAnswer> Fail(CancellationToken stop) => throw new InvalidOperationException("broken");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _cache.AnswerAsync("/", null, Fail, Stop));

        Assert.Equal("1", await AskAsync("/"));
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(503, false)]
    [InlineData(200, true)]
    public async Task What_is_missing_busy_or_passing_is_not_kept(int status, bool isPassing)
    {
        await _cache.AnswerAsync(
            "/", null, _ => Task.FromResult(SiteAnswer.Sentence(status, "no") with { IsPassing = isPassing }), Stop);

        Assert.Equal(0, _cache.Shelf.Count);
    }

    [Fact]
    public async Task A_million_different_queries_take_bounded_memory_and_leave_what_is_read_again()
    {
        await AskAsync("/");
        await AskAsync("/");
        int most = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"/search?q={i}");
            _cache.Shelf.Keep(key, new KeptAnswer(SiteAnswer.Sentence(404, "none"), _stamp.Now, 0));
            most = Math.Max(most, _cache.Shelf.Count);
            Assert.True(_cache.Shelf.Bytes <= Megabyte);
        }

        Assert.InRange(most, 1000, 4000);
        Assert.Equal("1", await AskAsync("/"));
    }

    [Fact]
    public async Task Answers_that_are_read_again_are_bounded_too_and_the_longest_unused_goes()
    {
        for (int i = 0; i < 10_000; i++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"/articles/{i}");
            await AskAsync(key);
            await AskAsync(key);
            Assert.Equal("1", await AskAsync("/articles/0"));
            Assert.True(_cache.Shelf.Bytes <= Megabyte);
        }

        Assert.Equal(10_000, _made);
        Assert.Equal("10001", await AskAsync("/articles/1"));
    }

    [Fact]
    public void An_answer_that_would_fill_the_memory_is_not_kept()
    {
        var large = new KeptAnswer(SiteAnswer.Ok("text/plain", new string('x', Megabyte / 8)), _stamp.Now, 0);
        _cache.Shelf.Keep("/", large);

        Assert.Equal((0, 0L), (_cache.Shelf.Count, _cache.Shelf.Bytes));
    }

    [Fact]
    public async Task Those_who_come_while_the_stamp_is_read_share_the_next_read()
    {
        _stamp.Held = new TaskCompletionSource();
        var reader = new StampReader(_stamp);
        Task<StoreStamp> first = reader.ReadAsync();
        Task<StoreStamp>[] others = [.. Enumerable.Range(0, 20).Select(_ => reader.ReadAsync())];
        Assert.Equal(1, _stamp.Reads);
        _stamp.Held.SetResult();

        await Task.WhenAll([first, .. others]);
        Assert.Equal(2, _stamp.Reads);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_answer_says_the_same_under_another_tag(string encoding)
    {
        string text = string.Concat(Enumerable.Repeat("The library closes at nine. ", 100));
        Task<SiteAnswer> Make(CancellationToken stop)
        {
            _made++;
            return Task.FromResult(SiteAnswer.Ok("text/plain", text));
        }

        SiteAnswer compressed = await _cache.AnswerAsync("/", encoding, Make, Stop);
        SiteAnswer plain = await _cache.AnswerAsync("/", null, Make, Stop);

        Assert.Equal((1, true, true), (_made, plain.HasVariants, compressed.HasVariants));
        Assert.NotEqual(plain.Tag, compressed.Tag);
        Assert.Equal((null, encoding), (plain.Encoding, compressed.Encoding));
        await using Stream body = encoding == "br"
            ? new BrotliStream(new MemoryStream(compressed.Body), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(compressed.Body), CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        Assert.Equal(text, await reader.ReadToEndAsync(Stop));
    }

    private async Task<string> AskAsync(string key, string? encoding = null)
    {
        SiteAnswer answer = await _cache.AnswerAsync(
            key,
            encoding,
            _ => Task.FromResult(SiteAnswer.Ok(
                "text/plain", Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture))),
            Stop);
        return System.Text.Encoding.UTF8.GetString(answer.Body);
    }
}
