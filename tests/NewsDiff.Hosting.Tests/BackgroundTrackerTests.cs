using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NewsDiff.Archives;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

public sealed class BackgroundTrackerTests
{
    private static CancellationToken Stop => FollowedSite.Stop;

    [Fact]
    public async Task What_servers_answer_is_kept_in_a_registered_archive()
    {
        using var folder = new TemporaryFolder();
        await using FollowedSite site = await FollowedSite.StartAsync(
            services => services.AddPageArchive(_ => new FolderArchive(folder.File("pages"))));
        await site.WaitForVersionsAsync(1);

        ArticleVersion version = await site.Store.ReadVersionsAsync(new VersionQuery(), FollowedSite.Stop)
            .SingleAsync(FollowedSite.Stop);
        IPageArchive archive = site.Host.Services.GetRequiredService<IPageArchive>();
        Assert.Equal(version.Article.Url, (await archive.FindPageAsync(version.PageHash!, FollowedSite.Stop))?.Url);
    }

    [Fact]
    public async Task A_host_that_follows_a_feed_hands_each_change_to_its_handlers()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        await followed.WaitForVersionsAsync(1);
        followed.Publish("Four");
        await followed.AdvanceAsync();

        ArticleChange change = await followed.ReadChangeAsync();

        Assert.Equal("Flood in the valley", change.After.Article.Title);
        TextDiff words =
            change.Diff.Paragraphs.Single(paragraph => paragraph.Kind == ParagraphChangeKind.Modified).Words!;
        DiffEdit inserted = words.Edits.Single(edit => edit.Kind == EditKind.Insert);
        Assert.Equal("Four", words.NewText[inserted.NewRange].Trim());
    }

    [Fact]
    public async Task A_handler_that_throws_keeps_neither_the_others_nor_the_next_change_from_being_heard()
    {
        var log = new RememberingLog();
        await using FollowedSite followed = await FollowedSite.StartAsync(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.AddScoped<IArticleChangeHandler, Grumbler>();
        });
        await followed.WaitForVersionsAsync(1);
        followed.Publish("Four");
        await followed.AdvanceAsync();
        Assert.Equal(2, (await followed.ReadChangeAsync()).After.Number);

        await followed.WaitForVersionsAsync(2);
        followed.Publish("Five");
        await followed.AdvanceAsync();

        Assert.Equal(3, (await followed.ReadChangeAsync()).After.Number);
        await Patience.UntilAsync(
            () => log.Errors.Any(error => error.Contains(nameof(Grumbler), StringComparison.Ordinal)), Stop);
    }

    [Fact]
    public async Task A_store_that_is_down_for_a_while_is_tried_again_at_the_next_interval()
    {
        var store = new FaultyStore { IsDown = true };
        var log = new RememberingLog();
        await using FollowedSite followed = await FollowedSite.StartAsync(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.AddSingleton<IVersionStore>(store);
        });
        await log.WaitForErrorAsync(Stop);
        store.IsDown = false;

        await followed.WaitForVersionsAsync(1, advances: true);
        Assert.Contains(log.Errors, error => error.Contains("/story failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_never_ends_delays_neither_visits_nor_other_handlers()
    {
        var log = new RememberingLog();
        var sleeper = new Sleeper();
        await using FollowedSite followed = await FollowedSite.StartAsync(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.AddSingleton<IArticleChangeHandler>(sleeper);
        });
        await followed.WaitForVersionsAsync(1);
        followed.Publish("Four");
        await followed.AdvanceAsync();
        await Patience.UntilAsync(
            () =>
            {
                followed.Clock.Advance(TimeSpan.FromSeconds(1));
                return sleeper.IsAsleep;
            },
            Stop);

        await followed.WaitForVersionsAsync(2);
        Assert.Equal(2, (await followed.ReadChangeAsync()).After.Number);
        await Patience.UntilAsync(
            () =>
            {
                followed.Clock.Advance(TimeSpan.FromMinutes(5));
                return sleeper.WasAskedToStop;
            },
            Stop);

        await Patience.UntilAsync(
            () => log.Errors.Any(error => error.Contains(nameof(Sleeper), StringComparison.Ordinal)), Stop);
        sleeper.WakeUp.SetResult();
    }

    [Fact]
    public async Task Handlers_that_cannot_be_made_keep_nothing_from_being_stored()
    {
        var log = new RememberingLog();
        await using FollowedSite followed = await FollowedSite.StartAsync(services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            services.AddScoped<IArticleChangeHandler>(_ => throw new InvalidOperationException("Not today."));
        });
        await followed.WaitForVersionsAsync(1);
        followed.Publish("Four");
        await followed.AdvanceAsync();
        await followed.WaitForVersionsAsync(2);
        await log.WaitForErrorAsync(Stop);
        followed.Publish("Five");
        await followed.AdvanceAsync();

        await followed.WaitForVersionsAsync(3);
    }

    [Fact]
    public async Task A_tracker_that_can_store_nothing_is_not_healthy_and_one_that_stores_again_is()
    {
        var store = new FaultyStore { IsFull = true };
        await using FollowedSite followed = await FollowedSite.StartAsync(
            services => services.AddSingleton<IVersionStore>(store));
        var check = followed.Host.Services.GetRequiredService<TrackerHealthCheck>();
        var context = new HealthCheckContext
        {
            Registration = new HealthCheckRegistration("newsdiff", check, HealthStatus.Unhealthy, []),
        };
        await store.Refused.Task.WaitAsync(Patience.Limit, Stop);
        await followed.WaitForVersionsAsync(0);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(context, Stop)).Status);
        for (int i = 0; i < 12; i++)
        {
            followed.Clock.Advance(FollowedSite.Interval);
            await followed.WaitForVersionsAsync(0);
        }

        HealthCheckResult sick = await check.CheckHealthAsync(context, Stop);
        Assert.Equal(HealthStatus.Degraded, sick.Status);
        Assert.IsType<IOException>(sick.Exception);

        store.IsFull = false;
        followed.Clock.Advance(TimeSpan.FromDays(2));
        await followed.WaitForVersionsAsync(1);
        await Patience.UntilAsync(
            async () => (await check.CheckHealthAsync(context, Stop)).Status == HealthStatus.Healthy, Stop);
    }

    private sealed class Sleeper : IArticleChangeHandler
    {
        public bool IsAsleep { get; private set; }

        public TaskCompletionSource WakeUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool WasAskedToStop { get; private set; }

        public async ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken)
        {
            await using CancellationTokenRegistration asked = cancellationToken.Register(() => WasAskedToStop = true);
            IsAsleep = true;
            await WakeUp.Task;
        }
    }

    private sealed class Grumbler : IArticleChangeHandler
    {
        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Not today.");
    }

    private sealed class FaultyStore : IVersionStore
    {
        private readonly InMemoryVersionStore _store = new();

        public volatile bool IsDown;

        public volatile bool IsFull;

        public TaskCompletionSource Refused { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<ArticleVersion?> FindLatestAsync(
            string articleId,
            CancellationToken cancellationToken = default) =>
            IsDown
                ? throw new IOException("The database is down.")
                : _store.FindLatestAsync(articleId, cancellationToken);

        public ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
        {
            if (!IsFull)
            {
                return _store.AppendAsync(draft, cancellationToken);
            }

            Refused.TrySetResult();
            throw new IOException("No space left on device.");
        }

        public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            _store.ReadVersionsAsync(query, cancellationToken);

        public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            _store.ReadChangesAsync(query, cancellationToken);
    }

    private sealed class RememberingLog : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _error = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Errors { get; } = [];

        public Task WaitForErrorAsync(CancellationToken cancellationToken) =>
            _error.Task.WaitAsync(Patience.Limit, cancellationToken);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Enqueue(formatter(state, exception));
                _error.TrySetResult();
            }
        }

        public void Dispose()
        {
        }
    }
}
