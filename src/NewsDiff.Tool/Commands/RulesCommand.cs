using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Extraction;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff rules FILE PAGE</c>: shows what the rule of a page's site matches on it.</summary>
internal sealed class RulesCommand : ToolCommand
{
    private readonly Argument<string> _rules = new("FILE") { Description = "The JSON file of rules for single sites." };

    private readonly Argument<string> _page = new(
        "PAGE")
    { Description = "The saved HTML page: a file, or - for stdin." };

    private readonly Option<string> _url = new("--url")
    {
        Description = "The address of the page; its host name selects the rule.",
        HelpName = "URL",
        Required = true,
    };

    internal RulesCommand(ToolHost host, CommonOptions common)
        : base("rules", "Try a site's rule on a page: show the matches of each selector.", host, common)
    {
        Add(_rules);
        Add(_page);
        Add(_url);
        Add(new RulesImportCommand(host, common));
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff rules rules.json saved.html --url https://example.org/story",
        "newsdiff rules import ftr-site-config/ --output rules.json",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string file = parse.GetRequiredValue(_rules);
        string page = parse.GetRequiredValue(_page);
        SiteRules rules = await RulesFile.ReadAsync(file, Host, stop).ConfigureAwait(false);
        Uri url = Address.Parse(parse.GetRequiredValue(_url));
        SiteRule rule = rules.Find(url)
            ?? throw new TroubleException($"{LocalFile.Describe(file)} has no rule for the host name '{url.Host}'.");
        string html = await ArticleInput.ReadPageAsync(page, Host, stop).ConfigureAwait(false);
        IReadOnlyDictionary<string, ImmutableArray<string>> matches =
            rules.Try(new ExtractionRequest { Html = html, Url = url }, stop);
        await screen.WriteTextAsync(RuleMatchesText.Of(rule, matches)).ConfigureAwait(false);
        return ExitCodes.Success;
    }
}
