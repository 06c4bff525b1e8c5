using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff extract PAGE</c>: shows what is read from a page.</summary>
internal sealed class ExtractCommand : ToolCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly Argument<string> _page = new("PAGE")
    {
        Description = "The HTML page: a file, a web address, or - for stdin.",
    };

    private readonly Option<string> _url = new("--url")
    {
        Description = "The address that a file or stdin was read from; relative links are resolved against it.",
        HelpName = "URL",
    };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "How to write it.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    internal ExtractCommand(ToolHost host, CommonOptions common)
        : base("extract", "Show the article that is read from a page: title, byline, dates, paragraphs.", host, common)
    {
        _format.AcceptOnlyFromAmong(Text, Json);
        Add(_page);
        Add(_url);
        Add(_format);
        Add(common.Json);
        Add(common.AllowPrivate);
        Add(common.Gap);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff extract https://example.org/story",
        "newsdiff extract saved.html --url https://example.org/story --format json",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string page = parse.GetRequiredValue(_page);
        Article article = Address.IsWeb(page)
            ? await FetchAsync(Address.Parse(page), parse, stop).ConfigureAwait(false)
            : await ReadAsync(page, parse.GetValue(_url), stop).ConfigureAwait(false);

        bool isJson = parse.GetValue(Common.Json) || parse.GetRequiredValue(_format) == Json;
        await screen.WriteTextAsync(isJson ? VersionJson.Of(article) : ArticleText.Of(article)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<Article> FetchAsync(Uri url, ParseResult parse, CancellationToken stop)
    {
        using var web = new Fetchers(Common.ReadFetchOptions(parse), Host.Clock);
        FetchResult result = await web.Articles.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false);
        return result.Article ?? throw Unfetched.Because(url, result.Status, result.Reason);
    }

    private async Task<Article> ReadAsync(string name, string? url, CancellationToken stop)
    {
        string text = await LocalFile.ReadTextAsync(name, Host, stop).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new TroubleException($"{LocalFile.Describe(name)} is empty; an HTML page is needed.");
        }

        if (!HtmlSniffer.IsHtml(text))
        {
            throw new TroubleException($"{LocalFile.Describe(name)} is not an HTML page.");
        }

        Uri address = url is null ? ArticleInput.AddressOf(name) : Address.Parse(url);
        return ArticleInput.Extract(text, address, LocalFile.Describe(name), stop);
    }
}
