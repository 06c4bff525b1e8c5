using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff feeds URL-OR-FILE</c>: shows what a feed offers, or which feeds a page names.</summary>
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
        Description = "How to write it.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    internal FeedsCommand(ToolHost host, CommonOptions common)
        : base("feeds", "Show what a feed offers, or which feeds a page names.", host, common)
    {
        _format.AcceptOnlyFromAmong(Text, Json);
        Add(_feed);
        Add(_format);
        Add(common.Json);
        Add(common.AllowPrivate);
        Add(common.Gap);
    }

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
        var (url, feed, alternates, reason) = Address.IsWeb(name)
            ? await FetchAsync(Address.Parse(name), parse, stop).ConfigureAwait(false)
            : await ReadAsync(name, stop).ConfigureAwait(false);
        if (feed is null && alternates.IsEmpty)
        {
            throw new TroubleException($"{name}: {reason}");
        }

        bool isJson = parse.GetValue(Common.Json) || parse.GetRequiredValue(_format) == Json;
        await screen.WriteTextAsync(isJson ? FeedReport.ToJson(url, feed, alternates) : FeedReport.ToText(feed, alternates))
            .ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<(Uri Url, Feed? Feed, ImmutableArray<Uri> Alternates, string? Reason)> FetchAsync(
        Uri url, ParseResult parse, CancellationToken stop)
    {
        using var web = new Fetchers(Common.ReadFetchOptions(parse), Host.Clock);
        FeedResult result = await web.Feeds.FetchAsync(FeedRequest.For(url), stop).ConfigureAwait(false);
        return (result.Url, result.Feed, result.Alternates, result.Reason);
    }

    private async Task<(Uri Url, Feed? Feed, ImmutableArray<Uri> Alternates, string? Reason)> ReadAsync(
        string name, CancellationToken stop)
    {
        byte[] content = await LocalFile.ReadBytesAsync(name, Host, stop).ConfigureAwait(false);
        Uri url = ArticleInput.AddressOf(name);
        FeedReading reading = FeedReader.Read(content, url);
        ImmutableArray<Uri> alternates = reading.IsPage
            ? [.. PageLinks.FindFeeds(new ExtractionRequest { Html = TextBytes.Decode(content), Url = url }, stop).Select(link => link.Url)]
            : [];
        return (url, reading.Feed, alternates, reading.Reason);
    }
}
