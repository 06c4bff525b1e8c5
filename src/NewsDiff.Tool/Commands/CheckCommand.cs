using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff check</c>: checks the due feeds and articles once.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Check all followed feeds and articles, due or not.",
    };

    internal CheckCommand(ToolHost host, CommonOptions common)
        : base("check", "Check the due feeds and articles, and keep changed versions.", host, common)
    {
        Add(_all);
        Add(common.ShowDiff);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
        Add(common.Record);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff check",
        "newsdiff check --all --diff",
        "newsdiff check --json | jq 'select(.event == \"changed\")'",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isAll = parse.GetValue(_all);
        NewsStore store = await OpenForChecksAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            WebSettings settings = SettingsOf(parse).Web;
            Recorder recorder = await Recorder.OpenAsync(
                parse.GetValue(Common.Record), settings.Fetch, Host.Clock, store.Sites, stop).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable recording = recorder.ConfigureAwait(false);
            using var web = new Fetchers(recorder.Client, settings, Host.Clock);
            ArticleTracker tracker = web.CreateTracker(store);
            await recorder.KeepFollowedAsync(tracker, stop).ConfigureAwait(false);
            var report = new CheckReport(screen, store)
            {
                IsJson = parse.GetValue(Common.Json),
                ShowsDiffs = parse.GetValue(Common.ShowDiff),
                Due = await CountDueAsync(store, isAll, stop).ConfigureAwait(false),
            };
            await report.WriteAllAsync(isAll ? tracker.CheckAllAsync(stop) : tracker.CheckDueAsync(stop))
                .ConfigureAwait(false);
            screen.Say(report.Tally switch
            {
                { IsEmpty: false } tally => tally.ToString(),
                _ when isAll => "No feed or article is followed; begin with 'newsdiff add FEED-OR-URL'.",
                _ => "Nothing is due; --all checks everything.",
            });
            if (web.Client.AdviceFor(FetchStatus.Refused) is { } advice)
            {
                screen.Say(advice);
            }

            return report.Tally.HasFailures ? ExitCodes.SomeFailed : ExitCodes.Success;
        }
    }

    private async Task<long?> CountDueAsync(NewsStore store, bool isAll, CancellationToken stop)
    {
        if (isAll)
        {
            ImmutableSortedDictionary<string, long> counts = await store.Care
                .CountAsync(Host.Clock.GetUtcNow(), stop).ConfigureAwait(false);
            return counts["articles"] + counts["feeds"];
        }

        return store.Visits is IDueStore visits
            && await visits.CountDueAsync(Host.Clock.GetUtcNow(), stop).ConfigureAwait(false) is var backlog
            ? backlog.Feeds + backlog.Articles
            : null;
    }
}
