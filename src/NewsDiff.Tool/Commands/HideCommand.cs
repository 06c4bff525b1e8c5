using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff hide ARTICLE</c>: takes versions of an article down.</summary>
internal sealed class HideCommand : ToolCommand
{
    private readonly Argument<string> _article = new("ARTICLE")
    {
        Description = "The article: its address, or any unique start of its id.",
    };

    private readonly Option<VersionRange?> _versions = new("--versions")
    {
        Description = "Which versions: 2 for one, 1..3 for three.",
        HelpName = "A..B",
        CustomParser = VersionRange.Parse,
    };

    private readonly Option<bool> _all = new("--all") { Description = "All versions of the article." };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = "The reason, in a sentence for the log.",
        HelpName = "TEXT",
        Required = true,
    };

    private readonly Option<string> _by = new("--by")
    {
        Description = "Who takes them down. The default is the name of the user.",
        HelpName = "NAME",
    };

    internal HideCommand(ToolHost host, CommonOptions common)
        : base("hide", "Take versions of an article down: erase their texts for good.", host, common)
    {
        Validators.Add(result =>
        {
            if (result.GetValue(_all) == result.GetResult(_versions) is { Implicit: false })
            {
                result.AddError("Name the versions with --versions, or use --all.");
            }
        });
        Add(_article);
        Add(_versions);
        Add(_all);
        Add(_reason);
        Add(_by);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff hide 3f2a --versions 2 --reason \"A court ordered it.\"",
        "newsdiff hide https://example.org/story --all --reason \"The author asked for it.\"",
    ];

    internal override string Details =>
        """
        Number, time and hash of a version stay, and 'newsdiff log' says who hid it and why. A page that shows the same
        text again makes no version. Backups, archives of pages (--record) and exports keep what they have: erase those
        yourself. PostgreSQL frees the old rows at its next VACUUM.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            TrackedArticle article = await ArticleName.ResolveAsync(store, parse.GetRequiredValue(_article), stop)
                .ConfigureAwait(false);
            VersionRange? range = parse.GetValue(_versions);
            var query = new VersionQuery
            {
                ArticleId = article.Id,
                FromNumber = range?.First,
                ToNumber = range?.Last,
            };
            int hidden = await store.Care.HideAsync(
                query,
                parse.GetRequiredValue(_reason),
                parse.GetValue(_by) ?? Environment.UserName,
                Host.Clock.GetUtcNow(),
                stop).ConfigureAwait(false);
            await screen.WriteLineAsync(parse.GetValue(Common.Json)
                ? JsonLine.Of(json =>
                {
                    json.WriteString("article", article.Id);
                    json.WriteNumber("hidden", hidden);
                })
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Hid {hidden} {(hidden == 1 ? "version" : "versions")} of {article.Url.AbsoluteUri}."))
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }
}
