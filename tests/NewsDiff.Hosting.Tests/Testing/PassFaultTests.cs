using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;
using Xunit.Sdk;

namespace NewsDiff.Hosting.Tests.Testing;

/// <summary>What is wrong with a test, a handler or a part of the host is named instead of ending in silence.</summary>
public sealed class PassFaultTests
{
    private static readonly Uri Feed = new("https://news.example/feed");
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    private readonly ScriptedFetcher _site = new();
    private readonly Article _ferry = SampleNews.Article();

    public PassFaultTests() => _site.Publish(_ferry).Announce(Feed, _ferry);

    [Fact]
    public async Task An_address_that_nobody_scripted_is_named()
    {
        Article forgotten = SampleNews.Article("Forgotten by the test");
        _site.Announce(Feed, _ferry, forgotten);
        using ServiceProvider services = Build().BuildServiceProvider();

        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => services.RunPassAsync());

        Assert.Equal(
            $"{forgotten.Url} was asked for as a page, but no script answers it. Scripted as a page: {_ferry.Url}.",
            thrown.Message);
    }

    [Fact]
    public async Task What_a_part_of_the_host_throws_is_a_failed_visit_and_not_a_fault_of_the_script()
    {
        _site.Answer(_ferry.Url, (_, _) => throw new IOException("The disk is full."));
        using ServiceProvider services = Build().BuildServiceProvider();

        PassResult pass = await services.RunPassAsync();

        Assert.IsType<IOException>(Assert.Single(pass.Failed).Exception);
        Assert.Contains("Failed " + _ferry.Url, pass.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_that_fails_inside_a_handler_or_a_script_fails_the_test()
    {
        var bot = new Recorder((notice, _) =>
        {
            Assert.Equal("Another headline", notice.Version!.Article.Title);
            return ValueTask.CompletedTask;
        });
        using ServiceProvider handled = Build(bot).BuildServiceProvider();
        EqualException inHandler = await Assert.ThrowsAsync<EqualException>(() => handled.RunPassAsync());

        _site.Answer(_ferry.Url, (request, _) =>
        {
            Assert.NotNull(request.Validators);
            throw new InvalidOperationException("The assertion comes first.");
        });
        using ServiceProvider visited = Build().BuildServiceProvider();
        await Assert.ThrowsAsync<NotNullException>(() => visited.RunPassAsync());

        Assert.Contains("Another headline", inHandler.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_named_with_its_event()
    {
        var stuck = new Recorder((_, _) => new ValueTask(Task.Delay(Timeout.Infinite, CancellationToken.None)));
        const string Handler = "it waits for the handler recorder, which handles FirstSeen ";

        (string message, string seconds) = await HangAsync(() => Build(stuck), Handler);

        Assert.StartsWith($"The pass did not end within {seconds} s; {Handler}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_that_never_ends_is_named_and_one_that_ended_is_not()
    {
        _site.Answer(_ferry.Url, async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("It never comes.");
        });
        string visit = $"; it waits for visits to {_ferry.Url}. ";

        (string message, _) = await HangAsync(() => Build(), visit);

        Assert.Contains(visit, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_passes_at_once_the_second_is_refused()
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new Recorder(async (_, _) =>
        {
            handling.TrySetResult();
            await goOn.Task;
        });
        using ServiceProvider services = Build(slow).BuildServiceProvider();

        Task<PassResult> first = services.RunPassAsync();
        await handling.Task;
        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => services.RunPassAsync());
        goOn.SetResult();

        Assert.Contains("is under way", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await first).Delivered);
    }

    [Fact]
    public async Task A_running_host_that_makes_its_own_passes_is_refused()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff();
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.RunPassAsync());
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("AddManualPasses", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_without_a_tracker_are_refused()
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();

        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => services.RunPassAsync());

        Assert.EndsWith("call AddNewsDiff. Registered: none.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_a_handler_from_being_made_is_thrown()
    {
        IServiceCollection registered = Build();
        registered.AddScoped<IArticleChangeHandler>(_ => throw new IOException("No settings."));
        using ServiceProvider services = registered.BuildServiceProvider();

        IOException thrown = await Assert.ThrowsAsync<IOException>(() => services.RunPassAsync());

        Assert.Equal("No settings.", thrown.Message);
    }

    [Fact]
    public async Task A_store_that_takes_no_feeds_is_not_passed_over()
    {
        using ServiceProvider services = Build()
            .AddSingleton<ISubscriptionStore, ReadOnlySubscriptions>().BuildServiceProvider();

        InvalidOperationException thrown =
            await Assert.ThrowsAsync<InvalidOperationException>(() => services.RunPassAsync());

        Assert.Contains("could not be followed", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes a pass that hangs, with more time until it has come to where it hangs.</summary>
    private static async Task<(string Message, string Seconds)> HangAsync(Func<IServiceCollection> build, string there)
    {
        for (TimeSpan limit = Short; ; limit *= 4)
        {
            using ServiceProvider services = build().BuildServiceProvider();
            TimeoutException thrown =
                await Assert.ThrowsAsync<TimeoutException>(() => services.RunPassAsync(limit: limit));
            if (thrown.Message.Contains(there, StringComparison.Ordinal) || limit > Patience.Limit)
            {
                return (thrown.Message, limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));
            }
        }
    }

    private IServiceCollection Build(params IArticleChangeHandler[] handlers)
    {
        IServiceCollection services = new ServiceCollection()
            .AddNewsDiff(options => options.Feeds.Add(Feed)).AddScriptedFetcher(_site);
        Array.ForEach(handlers, handler => services.AddSingleton(handler));
        return services;
    }

    private sealed class ReadOnlySubscriptions : ISubscriptionStore
    {
        public ValueTask<bool> AddSubscriptionAsync(
            Subscription subscription, CancellationToken cancellationToken = default) =>
            throw new IOException("Read-only.");

        public ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default) =>
            throw new IOException("Read-only.");

        public IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<Subscription>();
    }
}
