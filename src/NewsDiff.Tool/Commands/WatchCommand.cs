using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff watch</c>: checks what is due, again and again, until you stop it.</summary>
internal sealed class WatchCommand : ToolCommand
{
    private readonly Option<TimeSpan?> _interval = new("--interval")
    {
        Description =
            "How often to look for due visits, such as 30s or 5m. Feeds and articles have their own intervals. The default "
            + "is the setting Interval, or 1m.",
        HelpName = "TIME",
        CustomParser = Duration.Parse,
    };

    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Also show checks that found nothing new.",
    };

    internal WatchCommand(ToolHost host, CommonOptions common)
        : base("watch", "Check feeds and articles again and again until Ctrl-C.", host, common)
    {
        Add(_interval);
        Add(_verbose);
        Add(common.ShowDiff);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
        Add(common.Record);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff watch",
        "newsdiff watch --diff",
        "newsdiff watch --interval 5m --json >> changes.jsonl",
    ];

    private protected override bool IsLongRunning => true;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string database = AllSettingsOf(parse).Database;
        NewsStore store = await OpenForChecksAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            WebSettings settings = SettingsOf(parse).Web;
            Recorder recorder = await Recorder.OpenAsync(
                parse.GetValue(Common.Record), settings.Fetch, Host.Clock, store.Sites, stop).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable recording = recorder.ConfigureAwait(false);
            using var web = new Fetchers(recorder.Client, settings, Host.Clock);
            var report = new CheckReport(screen, store)
            {
                IsJson = parse.GetValue(Common.Json),
                ShowsDiffs = parse.GetValue(Common.ShowDiff),
                OnlyNews = !parse.GetValue(_verbose),
            };
            var notifier = new Notifier(SettingsOf(parse), store, screen, Host.Clock);
            await using ConfiguredAsyncDisposable notifying = notifier.ConfigureAwait(false);
            await notifier.StartAsync(stop).ConfigureAwait(false);
            screen.Say($"Watching the feeds and articles of {Databases.Describe(database)}. Ctrl-C stops.");
            ArticleTracker tracker = web.CreateTracker(store);
            await recorder.KeepFollowedAsync(tracker, stop).ConfigureAwait(false);
            TimeSpan interval = parse.GetValue(_interval) ?? SettingsOf(parse).Host.Interval;
            await WatchAsync(tracker, web.Client, report, screen, interval, stop).ConfigureAwait(false);

            // Other programs may have added feeds meanwhile.
            await recorder.KeepFollowedAsync(tracker, CancellationToken.None).ConfigureAwait(false);
            screen.Say($"Stopped. {report.Tally}");
            return ExitCodes.Success;
        }
    }

    private async Task WatchAsync(
        ArticleTracker tracker, GuardedClient client, CheckReport report, Screen screen, TimeSpan interval,
        CancellationToken stop)
    {
        bool isFirst = true;
        try
        {
            while (true)
            {
                await report.WriteAllAsync(tracker.CheckDueAsync(stop)).ConfigureAwait(false);
                if (isFirst && client.AdviceFor(FetchStatus.Refused) is { } advice)
                {
                    screen.Say(advice);
                }

                if (isFirst && report.Tally.IsEmpty)
                {
                    screen.Say("Nothing is due yet. 'newsdiff check --all' in another terminal checks everything now.");
                }

                isFirst = false;
                screen.ShowWaiting($"Waiting. So far: {report.Tally}");
                await Task.Delay(interval, Host.Clock, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // This is how the command ends. The tracker has already written what it had fetched.
        }
    }
}
