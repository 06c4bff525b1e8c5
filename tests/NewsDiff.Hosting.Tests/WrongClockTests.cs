using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Events;
using NewsDiff.Sqlite;
using NewsDiff.TestSupport;

namespace NewsDiff.Hosting.Tests;

/// <summary>Two hosts over one file, one of whose clocks is wrong.</summary>
public sealed class WrongClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(16)]
    [InlineData(-16)]
    public async Task A_handler_that_another_host_calls_is_left_to_it(int minutes)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("news.db");
        var handler = new Patient();
        using IHost first = Build(file, TimeSpan.FromMinutes(-minutes / 2.0), handler);
        await first.StartAsync(Token);
        var store = (SqliteVersionStore)first.Services.GetRequiredService<IVersionStore>();
        await Patience.UntilAsync(async () => await FindAsync(store) is { LeasedUntil: null }, Token);
        await store.AppendAsync(
            new VersionDraft
            {
                ArticleId = "a",
                Article = new Article
                {
                    Url = new Uri("https://example.org/a"),
                    Title = "Flood",
                    Paragraphs = [new Paragraph("The river rose.")],
                },
                SeenAt = TimeProvider.System.GetUtcNow(),
            },
            Token);
        await handler.Called.Task.WaitAsync(Patience.Limit, Token);
        EventDelivery held = (await FindAsync(store))!;

        using IHost second = Build(file, TimeSpan.FromMinutes(minutes / 2.0), handler);
        var pulse = second.Services.GetRequiredService<TrackerPulse>();
        await second.StartAsync(Token);
        await Patience.UntilAsync(() => pulse.Passes > 0, Token);

        Assert.Equal(held.Claim, (await FindAsync(store))!.Claim);
        handler.MayGoOn.SetResult();
        await Patience.UntilAsync(async () => await FindAsync(store) is { LeasedUntil: null }, Token);
        Assert.Equal(1, handler.Calls);
        await first.StopAsync(Token);
        await second.StopAsync(Token);
    }

    private static IHost Build(string file, TimeSpan skew, IArticleChangeHandler handler)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(new WrongClock(skew));
        builder.Services.AddNewsDiff(options => options.Interval = TimeSpan.FromSeconds(1));
        builder.Services.AddSqliteVersionStore(file);
        builder.Services.AddSingleton(handler);
        return builder.Build();
    }

    private static async Task<EventDelivery?> FindAsync(SqliteVersionStore store) =>
        await store.ReadDeliveriesAsync(Token).FirstOrDefaultAsync(Token);

    /// <summary>Waits in its first call until it may go on.</summary>
    private sealed class Patient : IArticleChangeHandler
    {
        private int _calls;

        public string Name => "patient";

        public int Calls => _calls;

        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayGoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public async ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            Called.TrySetResult();
            await MayGoOn.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class WrongClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
    }
}
