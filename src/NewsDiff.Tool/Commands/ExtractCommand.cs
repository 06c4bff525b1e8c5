using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Extraction;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff extract PAGE</c>: shows the article of a page.</summary>
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
        Description = "The output format.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    private readonly Option<string> _rules = new("--rules")
    {
        Description = "A JSON file of rules for single sites, in place of the setting Rules; see 'newsdiff rules'.",
        HelpName = "FILE",
    };

    internal ExtractCommand(ToolHost host, CommonOptions common)
        : base("extract", "Show the article of a page: title, byline, dates, paragraphs.", host, common)
    {
        _format.Offer(Text, Json);
        Add(_page);
        Add(_url);
        Add(_format);
        Add(_rules);
        Add(common.Json);
        common.AddWebTo(this);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff extract https://example.org/story",
        "newsdiff extract saved.html --url https://example.org/story --format json",
        "newsdiff extract https://example.org/story --rules rules.json",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string page = parse.GetRequiredValue(_page);
        HtmlArticleExtractor extractor = await ExtractorAsync(parse, stop).ConfigureAwait(false);
        Article article = Address.IsWeb(page)
            ? await FetchAsync(Address.Parse(page), extractor, parse, stop).ConfigureAwait(false)
            : await ReadAsync(page, extractor, parse.GetValue(_url), stop).ConfigureAwait(false);

        bool isJson = parse.GetValue(Common.Json) || parse.GetRequiredValue(_format) == Json;
        await screen.WriteTextAsync(isJson ? VersionJson.Of(article) : ArticleText.Of(article)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<HtmlArticleExtractor> ExtractorAsync(ParseResult parse, CancellationToken stop) =>
        new(new ExtractionOptions
        {
            Rules = parse.GetValue(_rules) is { } file
                ? await RulesFile.ReadAsync(file, Host, stop).ConfigureAwait(false)
                : SettingsOf(parse).Host.Rules,
        });

    private async Task<Article> FetchAsync(
        Uri url,
        HtmlArticleExtractor extractor,
        ParseResult parse,
        CancellationToken stop)
    {
        using var web = new Fetchers(SettingsOf(parse).Web with { Extractor = extractor }, Host.Clock);
        FetchResult result = await web.Articles.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false);
        return result.Article ?? throw web.Client.Unfetched(url, result.Status, result.Reason);
    }

    private async Task<Article> ReadAsync(
        string name,
        HtmlArticleExtractor extractor,
        string? url,
        CancellationToken stop)
    {
        string text = await ArticleInput.ReadPageAsync(name, Host, stop).ConfigureAwait(false);
        Uri address = url is null ? ArticleInput.AddressOf(name) : Address.Parse(url);
        return ArticleInput.Extract(extractor, text, address, LocalFile.Describe(name), stop);
    }
}
