using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Archives.Mementos;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff history URL</c>: fetches an article's past from a web archive.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private readonly Argument<string> _url = new(
        "URL")
    { Description = "The article's address, or the address of one of its captures." };

    private readonly Option<DateTimeOffset?> _from =
        DayOption.Make("--from", "Only captures from this day on, such as 2026-05-03.");

    private readonly Option<DateTimeOffset?> _until = DayOption.Make("--until", "Only captures before this day.");

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The maximum number of captures, the earliest first.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 100,
    };

    private readonly Option<bool> _list = new(
        "--list")
    { Description = "Only list the captures; do not fetch or keep them." };

    private readonly Option<string> _archive = new("--archive")
    {
        Description =
            "Another archive with time maps, named by the beginning of its captures' addresses, such as "
            + "https://arquivo.pt/wayback/.",
        HelpName = "URL",
    };

    internal HistoryCommand(ToolHost host, CommonOptions common)
        : base("history", "Fetch an article's past from a web archive, and keep it as versions.", host, common)
    {
        _limit.Validators.Add(WholeNumber.From(1, 100_000, "Use a number from 1 to 100000 for --limit."));
        Add(_url);
        Add(_from);
        Add(_until);
        Add(_limit);
        Add(_list);
        Add(_archive);
        Add(common.ShowDiff);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff history https://example.org/news/story --list",
        "newsdiff history https://example.org/news/story --from 2026-05-01 --limit 20 --diff",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        Uri url = Address.Parse(parse.GetRequiredValue(_url));
        using var client = new GuardedClient(SettingsOf(parse).Web.Fetch, Host.Clock);
        using var archive = new WebArchive(client.Polite, ReadArchive(parse));
        screen.ShowProgress("Asking the archive…");
        MementoListing past = await archive.ListAsync(
            new MementoQuery
            {
                Url = url,
                Since = parse.GetValue(_from),
                Until = parse.GetValue(_until),
                Limit = parse.GetValue(_limit),
            },
            stop).ConfigureAwait(false);
        screen.ClearProgress();
        if (past.Status == FetchStatus.NotFound || past is { Status: FetchStatus.Fetched, Mementos: [] })
        {
            throw new TroubleException($"the archive has no such capture of {url.AbsoluteUri}.");
        }

        if (past.Status != FetchStatus.Fetched)
        {
            throw client.Unfetched(
                parse.GetValue(_archive) is { } other ? Address.Parse(other) : url, past.Status, past.Reason);
        }

        return parse.GetValue(_list)
            ? await ListAsync(past.Mementos, screen, parse.GetValue(Common.Json)).ConfigureAwait(false)
            : await KeepAsync(archive, past.Mementos, screen, parse, stop).ConfigureAwait(false);
    }

    private static async Task<int> ListAsync(ImmutableArray<Memento> captures, Screen screen, bool isJson)
    {
        foreach (Memento capture in captures)
        {
            await screen.WriteLineAsync(isJson ? ToJson(capture) : ToLine(capture)).ConfigureAwait(false);
        }

        screen.Say(Count(captures.Length) + ".");
        return ExitCodes.Success;
    }

    private async Task<int> KeepAsync(
        WebArchive archive, ImmutableArray<Memento> captures, Screen screen, ParseResult parse, CancellationToken stop)
    {
        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            using var web = new Fetchers(SettingsOf(parse).Web, Host.Clock);
            var past = new PastVersions(archive, store, web);
            var report = new CheckReport(screen, store)
            {
                IsJson = parse.GetValue(Common.Json),
                ShowsDiffs = parse.GetValue(Common.ShowDiff),
            };
            await report.WriteAllAsync(past.KeepAsync(captures, stop)).ConfigureAwait(false);
            if (!report.Tally.IsEmpty)
            {
                screen.Say(report.Tally.ToString());
            }

            if (past.Skipped > 0)
            {
                screen.Say($"Left out {Count(past.Skipped)} that are no newer than the latest version.");
            }

            return report.Tally.HasFailures ? ExitCodes.SomeFailed : ExitCodes.Success;
        }
    }

    private WebArchiveOptions ReadArchive(ParseResult parse) => parse.GetValue(_archive) is { } captures
        ? new WebArchiveOptions
        {
            Captures = new Uri(Address.Parse(captures).AbsoluteUri.TrimEnd('/') + "/"),
            CdxServer = null,
        }
        : new WebArchiveOptions();

    private static string ToLine(Memento capture) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{capture.CapturedAt:yyyy-MM-dd HH:mm:ss}Z  {capture.Url.AbsoluteUri}");

    private static string ToJson(Memento capture) => JsonLine.Of(json =>
    {
        json.WriteString("url", capture.Url.AbsoluteUri);
        json.WriteString("original", capture.Original.AbsoluteUri);
        JsonLine.WriteTime(json, "capturedAt", capture.CapturedAt);
    });

    private static string Count(int captures) =>
        string.Create(CultureInfo.InvariantCulture, $"{captures} {(captures == 1 ? "capture" : "captures")}");
}
