using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Archives.Mementos;
using NewsDiff.Feeds;
using NewsDiff.Research;
using NewsDiff.Tool.Imports;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff import SOURCE</c>: stores versions of another collection, or follows a list of feeds.</summary>
internal sealed class ImportCommand : ToolCommand
{
    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "A file or folder of versions, or a list of feeds in OPML; - reads JSON Lines or OPML from stdin.",
    };

    private readonly Option<string> _base = new("--base")
    {
        Description = "The address of a folder or repository. Paths of pages, and ids of rows without an address, are "
            + "added to it. Without it, each page must state its address.",
        HelpName = "URL",
    };

    private readonly Option<string> _name = new("--source")
    {
        Description = "A name for grouping the articles. The default is the source that the collection states, or the host name.",
        HelpName = "NAME",
    };

    internal ImportCommand(ToolHost host, CommonOptions common)
        : base("import", "Store the versions of another collection, or follow the feeds of an OPML file.", host, common)
    {
        Add(_source);
        Add(_base);
        Add(_name);
        Add(common.Json);
        Add(common.Database);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff import versions.jsonl.gz",
        "newsdiff import ap.db --source ap",
        "newsdiff import CC-NEWS-20260503-00001.warc.gz",
        "newsdiff import scraped-repository/ --base https://news.example/",
        "newsdiff import corpus/",
        "newsdiff import captures.cdx",
        "newsdiff import subscriptions.opml",
    ];

    internal override string Details =>
        """
        The command recognises JSON Lines ('newsdiff export', lists of versions, or url, time, title and paragraphs,
        text or html), SQLite databases of NewsEdits and diffengine, NewsSniffer (SQLite, or a folder with the tables as
        CSV), WARC files, Parquet of 'newsdiff export' with texts, folders of pages, git repositories of pages, and lists of captures (CDX, time maps), whose
        pages it fetches from their archive. A row that cannot be read is reported, and the rest is read. A second run
        adds nothing twice. Times are those of the source, and nobody is notified. With --json, each line is a problem:
        place, event, reason.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string name = parse.GetRequiredValue(_source);
        if (name == LocalFile.Stdin)
        {
            return await ImportStdinAsync(parse, screen, stop).ConfigureAwait(false);
        }

        IAsyncEnumerable<ImportedVersion>? rows = null;
        string? unknown = null;
        try
        {
            rows = Path.Exists(name) ? ImportReader.Read(name, ReadOptions(parse)) : null;
        }
        catch (FormatException fault)
        {
            unknown = fault.Message;
        }

        if (rows is not null)
        {
            return await ImportAsync(_ => rows, parse, screen, stop).ConfigureAwait(false);
        }

        byte[] content = await LocalFile.ReadBytesAsync(name, Host, stop).ConfigureAwait(false);
        return await ImportListAsync(content, name, unknown, parse, screen, stop).ConfigureAwait(false);
    }

    private async Task<int> ImportStdinAsync(ParseResult parse, Screen screen, CancellationToken stop)
    {
        using BeginningStream input = await BeginningStream.OpenAsync(Host.ReadInput(), stop).ConfigureAwait(false);
        if (input.First == (byte)'{')
        {
            return await ImportAsync(_ => ImportReader.Read(input, ReadOptions(parse)), parse, screen, stop)
                .ConfigureAwait(false);
        }

        byte[] content = await LocalFile.ReadAllAsync(input, LocalFile.Stdin, stop).ConfigureAwait(false);
        return await ImportListAsync(content, LocalFile.Stdin, unknown: null, parse, screen, stop)
            .ConfigureAwait(false);
    }

    /// <summary>Reads a list of feeds or of captures.</summary>
    private async Task<int> ImportListAsync(
        byte[] content, string name, string? unknown, ParseResult parse, Screen screen, CancellationToken stop)
    {
        if (Opml.Read(content) is { } feeds)
        {
            return await FollowAsync(feeds, name, parse, screen, stop).ConfigureAwait(false);
        }

        if (TimeMapReader.Read(content, new Uri("https://nowhere.invalid/")) is not { Mementos: not [] } captures)
        {
            throw new TroubleException(
                (unknown ?? $"{LocalFile.Describe(name)} is not a collection of versions.")
                + " It is not an OPML list or a list of captures either.");
        }

        using var client = new GuardedClient(SettingsOf(parse).Web.Fetch, Host.Clock);
        using var archive = new WebArchive(client.Polite, new WebArchiveOptions());
        return await ImportAsync(
            store => new CaptureImport(archive, store, parse.GetValue(_name)).ReadAsync(captures, stop),
            parse,
            screen,
            stop).ConfigureAwait(false);
    }

    private async Task<int> FollowAsync(
        OpmlReadResult feeds, string name, ParseResult parse, Screen screen, CancellationToken stop)
    {
        if (feeds.Feeds.IsEmpty && feeds.Refused.IsEmpty)
        {
            throw new TroubleException(
                $"{LocalFile.Describe(name)} lists no feeds{(feeds.BrokenOff is { } fault ? $": {fault}" : ".")}");
        }

        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var report = new FollowReport(screen, parse.GetValue(Common.Json));
            return await new FeedListImport(feeds, name, Host.Clock).RunAsync(store, report, screen, stop)
                .ConfigureAwait(false);
        }
    }

    private async Task<int> ImportAsync(
        Func<NewsStore, IAsyncEnumerable<ImportedVersion>> read,
        ParseResult parse,
        Screen screen,
        CancellationToken stop)
    {
        NewsStore store = await OpenAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var import = new VersionImport(screen, Host.Clock) { IsJson = parse.GetValue(Common.Json) };
            return await import.RunAsync(store, read(store), stop).ConfigureAwait(false);
        }
    }

    private ImportOptions ReadOptions(ParseResult parse) => new()
    {
        BaseUrl = parse.GetValue(_base) is { } address ? Address.Parse(address) : null,
        Source = parse.GetValue(_name),
        Clock = Host.Clock,
    };
}
