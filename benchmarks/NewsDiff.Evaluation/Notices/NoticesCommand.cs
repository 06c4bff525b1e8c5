using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.Notifications;
using NewsDiff.Sqlite;
using NewsDiff.Testing;

namespace NewsDiff.Evaluation.Notices;

/// <summary>Sends events through every channel to servers that fail, and counts what came.</summary>
internal static class NoticesCommand
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    internal static Command Create()
    {
        var events = new Option<int>("--events")
        {
            DefaultValueFactory = _ => 1000,
            Description = "Changes that each channel tells.",
        };
        var articles = new Option<int>("--articles")
        {
            DefaultValueFactory = _ => 20,
            Description = "Articles that change.",
        };
        var command = new Command("notices", "Tells changes to servers that fail, and counts lost and doubled ones.")
        {
            events, articles,
        };
        command.SetAction((arguments, stop) =>
            RunAsync(arguments.GetValue(events), arguments.GetValue(articles), stop));
        return command;
    }

    private static async Task<int> RunAsync(int events, int articles, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("news.db");
        var clock = new ManualTimeProvider(Noon);
        NoticeInbox[] inboxes = [new WebhookInbox(), new MailInbox(), new MastodonInbox(), new BlueskyInbox()];
        foreach (NoticeInbox inbox in inboxes)
        {
            await inbox.StartAsync();
        }

        using (IHost host = await StartAsync(file, clock, inboxes, stop))
        {
            await AppendAsync(file, events, articles, clock, stop);
            await TellAsync(inboxes, events / 2, events, clock, stop);
            await host.StopAsync(CancellationToken.None);
        }

        // What was sent while the host ended is known to the store, or is sent again with its id.
        using (IHost host = await StartAsync(file, clock, inboxes, stop))
        {
            await TellAsync(inboxes, events, events, clock, stop);
            await host.StopAsync(CancellationToken.None);
        }

        bool isGood = true;
        Console.WriteLine(
            "| channel | changes | lost | told twice with another id | repeated with the same id | out of order "
            + "| requests | failed | restarts of the server |\n|---|---|---|---|---|---|---|---|---|");
        foreach (NoticeInbox inbox in inboxes)
        {
            isGood &= Report(inbox, events, articles);
            await inbox.DisposeAsync();
        }

        return isGood ? 0 : 1;
    }

    private static async Task<IHost> StartAsync(
        string file, ManualTimeProvider clock, NoticeInbox[] inboxes, CancellationToken stop)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddNewsDiff();
        builder.Services.AddSqliteVersionStore(file);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var filter = new NotificationFilter
        {
            Kinds = [ArticleEventKind.Changed],
            MinSignificance = 0,
            MaxPerHour = int.MaxValue,
        };
        builder.Services.AddNewsDiffNotifications(options =>
        {
            options.ComparisonPattern = "https://diffs.example/articles/{article}/diff/{before}/{after}";
            foreach (NoticeInbox inbox in inboxes)
            {
                inbox.AddTo(options, filter);
            }
        });
        IHost host = builder.Build();
        await host.StartAsync(stop);
        var store = (IEventDeliveryStore)host.Services.GetRequiredService<IVersionStore>();
        for (int i = 0; i < 600 && await store.ReadDeliveriesAsync(stop).CountAsync(stop) < inboxes.Length; i++)
        {
            await Task.Delay(50, stop);
        }

        return host;
    }

    /// <summary>Changes the articles in turn, each from its first version on.</summary>
    private static async Task AppendAsync(
        string file, int events, int articles, ManualTimeProvider clock, CancellationToken stop)
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(file, cancellationToken: stop);
        for (int i = 0; i < events + articles; i++)
        {
            (int number, int article) = Math.DivRem(i, articles);
            await store.AppendAsync(
                new VersionDraft
                {
                    ArticleId = $"story-{article}",
                    Article = new Article
                    {
                        Url = new Uri($"https://news.example/story-{article}"),
                        Title = "Ferry returns to the islands",
                        Paragraphs = [(Paragraph)$"The operator has {number + 10} days to answer to the board."],
                    },
                    SeenAt = clock.Now,
                    ExpectedHead = number,
                },
                stop);
        }
    }

    /// <summary>Lets time pass until each channel has told enough, and restarts its server four times.</summary>
    private static async Task TellAsync(
        NoticeInbox[] inboxes, int wanted, int events, ManualTimeProvider clock, CancellationToken stop)
    {
        int told = -1;
        var quiet = Stopwatch.StartNew();
        while (quiet.Elapsed < TimeSpan.FromMinutes(3))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, stop);
            int[] counts = [.. inboxes.Select(inbox => inbox.Arrived.Select(one => one.Id).Distinct().Count())];
            for (int i = 0; i < inboxes.Length; i++)
            {
                if (counts[i] > (inboxes[i].Restarts + 1) * events / 5 && inboxes[i].Restarts < 4)
                {
                    await inboxes[i].RestartAsync();
                }
            }

            if (counts.All(count => count >= wanted))
            {
                return;
            }

            if (counts.Sum() != told)
            {
                told = counts.Sum();
                quiet.Restart();
            }
        }
    }

    private static bool Report(NoticeInbox inbox, int events, int articles)
    {
        List<(string Id, string Article, int Version)> arrived = inbox.Arrived;
        var seen = arrived.DistinctBy(one => one.Id).ToList();
        int distinct = seen.DistinctBy(one => (one.Article, one.Version)).Count();
        int lost = events - distinct;
        int doubled = seen.Count - distinct;
        int disordered = seen.GroupBy(one => one.Article)
            .Sum(story => story.Zip(story.Skip(1)).Count(pair => pair.Second.Version < pair.First.Version));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {inbox.Name} | {events} in {articles} articles | {lost} | {doubled} | {arrived.Count - seen.Count} "
            + $"| {disordered} | {inbox.Requests} | {inbox.Faults} | {inbox.Restarts} |"));
        return (lost, doubled, disordered) == (0, 0, 0);
    }
}
