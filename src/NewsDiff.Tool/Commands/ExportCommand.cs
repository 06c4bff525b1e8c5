using System.Collections.Immutable;
using System.CommandLine;
using NewsDiff.Classification;
using NewsDiff.Feeds;
using NewsDiff.Rendering;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff export</c>: writes everything in the database as JSON Lines.</summary>
internal sealed class ExportCommand : ToolCommand
{
    private readonly Option<string> _article = new("--article")
    {
        Description = "Only this article: its address, or any unique start of its id.",
        HelpName = "ARTICLE",
    };

    private readonly Option<bool> _changes = new("--changes")
    {
        Description = "Export the changes (two versions and their differences) instead of the versions.",
    };

    private readonly Option<bool> _opml = new("--opml")
    {
        Description =
            "Export the followed feeds as an OPML list, for 'newsdiff import' and feed readers.",
    };

    internal ExportCommand(ToolHost host, CommonOptions common)
        : base(
            "export",
            "Write all versions, or all changes, as JSON Lines, in the order they were seen; or the feeds.",
            host,
            common)
    {
        Validators.Add(result =>
        {
            if (result.GetValue(_opml) && (result.GetValue(_changes) || result.GetValue(_article) is not null))
            {
                result.AddError("--opml exports feeds; leave out --article and --changes.");
            }
        });
        Add(_article);
        Add(_changes);
        Add(_opml);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff export > versions.jsonl",
        "newsdiff export --changes | jq .after.content.title",
        "newsdiff export --opml > feeds.opml",
    ];

    internal override string Details =>
        """
        A version has: article (id), version (number, from 1), seenAt, contentHash (SHA-256 of title and paragraphs),
        extractorVersion, and content: url, title, paragraphs (text, kind) and what the page tells of itself.
        A change has: article (id), before and after (versions), diff (the same as 'diff --format json'), significance
        (0 to 100) and classes (class, reason; for a place: row of the diff, -1 for the headline, old and new range).
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            if (parse.GetValue(_opml))
            {
                List<Subscription> feeds = await store.Feeds.ReadSubscriptionsAsync(stop)
                    .ToListAsync(stop)
                    .ConfigureAwait(false);
                string list = Opml.Write(feeds.Select(OfFeed), "Feeds followed by NewsDiff");
                await Host.Output.WriteAsync(Printable.Markup(list)).ConfigureAwait(false);
                return ExitCodes.Success;
            }

            var query = new VersionQuery();
            if (parse.GetValue(_article) is { } name)
            {
                TrackedArticle article = await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false);
                query = query with { ArticleId = article.Id };
            }

            IAsyncEnumerable<string> lines = parse.GetValue(_changes)
                ? store.Versions.ReadChangesAsync(query, stop).Select(OfChange)
                : store.Versions.ReadVersionsAsync(query, stop).Where(version => version.HasText).Select(
                    new ExportedVersions(store).WriteAsync);
            await foreach (string line in lines.ConfigureAwait(false))
            {
                await Host.Output.WriteAsync(line + "\n").ConfigureAwait(false);
                stop.ThrowIfCancellationRequested();
            }

            return ExitCodes.Success;
        }
    }

    private static OpmlFeed OfFeed(Subscription feed) =>
        new() { Url = feed.Url, Title = feed.Title, Source = feed.Source, Filter = feed.Filter };

    private static string OfChange(ArticleChange change) => JsonLine.Of(json =>
    {
        json.WriteString("article", change.ArticleId);
        json.WriteStartObject("before");
        VersionJson.Write(json, change.Before);
        json.WriteEndObject();
        json.WriteStartObject("after");
        VersionJson.Write(json, change.After);
        json.WriteEndObject();
        json.WritePropertyName("diff");
        json.WriteRawValue(new JsonDiffRenderer().Render(change.Diff), skipInputValidation: true);
        ClassesJson.Write(json, ChangeClassifier.Classify(change));
    });
}
