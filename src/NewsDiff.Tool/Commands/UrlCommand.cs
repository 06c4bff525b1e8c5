using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Identity;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff url URL</c>: the one address that an article is known by.</summary>
internal sealed class UrlCommand : ToolCommand
{
    private readonly Argument<string> _url = new("URL") { Description = "The address, as it stands in a feed or a link." };

    private readonly Option<bool> _explain = new("--explain") { Description = "Says why, decision by decision." };

    internal UrlCommand(ToolHost host, CommonOptions common)
        : base("url", "Show the address that an article is known by.", host, common)
    {
        Add(_url);
        Add(_explain);
        Add(common.Json);
    }

    internal override ImmutableArray<string> Examples =>
        ["newsdiff url --explain 'http://example.org/story?id=7&utm_source=rss#top'"];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        UrlExplanation explanation = UrlCanonicalizer.Explain(Address.Parse(parse.GetRequiredValue(_url)));
        var screen = new Screen(Host, parse, Common);
        if (parse.GetValue(Common.Json))
        {
            await screen.WriteLineAsync(ToJson(explanation)).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        await screen.WriteLineAsync(Printable.Of(explanation.Canonical.AbsoluteUri)).ConfigureAwait(false);
        if (parse.GetValue(_explain))
        {
            foreach (string decision in explanation.Decisions.Append($"Known by the key {explanation.Key}"))
            {
                await screen.WriteLineAsync("  " + Printable.Of(decision)).ConfigureAwait(false);
            }
        }

        return ExitCodes.Success;
    }

    private static string ToJson(UrlExplanation explanation) => JsonLine.Of(json =>
    {
        json.WriteString("url", explanation.Original.OriginalString);
        json.WriteString("canonical", explanation.Canonical.AbsoluteUri);
        json.WriteString("key", explanation.Key);
        json.WriteStartArray("decisions");
        foreach (string decision in explanation.Decisions)
        {
            json.WriteStringValue(decision);
        }

        json.WriteEndArray();
    });
}
