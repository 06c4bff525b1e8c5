using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Fetching;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff feeds URL-OR-FILE</c>: lists a feed's or sitemap's entries, or a site's feeds.</summary>
internal sealed class FeedsCommand : ToolCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly Argument<string> _feed = new("URL-OR-FILE")
    {
        Description = "The address of a feed or of a page, a file, or - for stdin.",
    };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "The output format.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    internal FeedsCommand(ToolHost host, CommonOptions common)
        : base("feeds", "Show the entries of a feed or sitemap, or the feeds of a site.", host, common)
    {
        _format.Offer(Text, Json);
        Add(_feed);
        Add(_format);
        Add(common.Json);
        common.AddWebTo(this);
    }

    internal override string Details =>
        $"""
        A page may name its feeds. If it names none, these places are tried: {string.Join(", ", FeedFinder.CommonPlaces)},
        and the sitemaps that robots.txt names are listed.
        """;

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff feeds https://example.org/feed.xml",
        "newsdiff feeds https://example.org/",
        "newsdiff feeds saved.xml --format json",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string name = parse.GetRequiredValue(_feed);
        FeedView view = Address.IsWeb(name)
            ? await FindAsync(Address.Parse(name), parse, stop).ConfigureAwait(false)
            : await FeedView.OfAsync(
                await LocalFile.ReadBytesAsync(name, Host, stop).ConfigureAwait(false), ArticleInput.AddressOf(name),
                stop).ConfigureAwait(false);
        if (view.IsEmpty)
        {
            throw new TroubleException($"{name}: {view.Reason}");
        }

        bool isJson = parse.GetValue(Common.Json) || parse.GetRequiredValue(_format) == Json;
        await screen.WriteTextAsync(isJson ? FeedReport.ToJson(view) : FeedReport.ToText(view)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<FeedView> FindAsync(Uri url, ParseResult parse, CancellationToken stop)
    {
        using var web = new Fetchers(SettingsOf(parse).Web, Host.Clock);
        return await FeedView.OfAsync(await web.Finder.FindAsync(url, stop).ConfigureAwait(false), stop)
            .ConfigureAwait(false);
    }
}
