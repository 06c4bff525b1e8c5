using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using NewsDiff.Feeds;
using NewsDiff.Research;
using NewsDiff.Tool.Exports;
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

    private readonly Option<string> _tables = new("--tables")
    {
        Description = "Write tables for research into this folder: sentences, links, edits, classes and more.",
        HelpName = "FOLDER",
    };

    private readonly Option<ExportFormat> _format = new("--format")
    {
        Description = "The format of the tables.",
        DefaultValueFactory = _ => ExportFormat.JsonLines,
        HelpName = "FORMAT",
    };

    private readonly Option<bool> _partitioned = new("--partitioned")
    {
        Description = "With Parquet: a folder for each source and month, for readers that need a part of a large corpus.",
    };

    private readonly Option<bool> _withoutText = new("--without-text")
    {
        Description = "Leave out the words of articles, so that the tables may be shared where the articles may not.",
    };

    private readonly Selection _selection = new();

    internal ExportCommand(ToolHost host, CommonOptions common)
        : base(
            "export",
            "Write all versions, or all changes, as JSON Lines, in the order they were seen; or the feeds.",
            host,
            common)
    {
        Validators.Add(Check);
        Add(_article);
        Add(_changes);
        Add(_opml);
        Add(_tables);
        Add(_format);
        Add(_partitioned);
        Add(_withoutText);
        _selection.AddTo(this);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff export > versions.jsonl",
        "newsdiff export --changes | jq .after.content.title",
        "newsdiff export --tables corpus --format parquet --without-text --since 2026-01-01",
        "newsdiff export --tables corpus --format parquet --partitioned",
        "newsdiff export --changes --kind Headline --source news.example",
        "newsdiff export --opml > feeds.opml",
    ];

    internal override string Details =>
        """
        A version has: article (id), version (number, from 1), seenAt, contentHash (SHA-256 of title and paragraphs),
        extractorVersion, keys and source of the article, and content: url, title, paragraphs (text, kind) and what the page tells of itself.
        A change has: article (id), before and after (versions), diff (the same as 'diff --format json'), significance
        (0 to 100) and classes (class, reason; for a place: row of the diff, -1 for the headline, old and new range).
        --kind implies --changes. The tables are those of docs/research.md; formats are JsonLines, Csv, Parquet, Sqlite (with
        views in the schema of NewsEdits) and Iterater. --partitioned makes a folder for each source and month, such as
        versions/source=news.example/month=2026-05.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            if (parse.GetValue(_opml))
            {
                return await WriteFeedsAsync(store, stop).ConfigureAwait(false);
            }

            VersionQuery query = _selection.Query(parse);
            if (parse.GetValue(_article) is { } name)
            {
                TrackedArticle article = await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false);
                query = query with { ArticleId = article.Id };
            }

            if (parse.GetValue(_tables) is { } folder)
            {
                return await new TableExport(screen, Host.Clock).RunAsync(
                    _selection.ReadAsync(store, parse, query.ArticleId, stop), folder, ReadOptions(parse), stop)
                    .ConfigureAwait(false);
            }

            var lines = new ExportedLines(store, _selection, parse);
            await foreach (string line in (parse.GetValue(_changes) || _selection.HasKind(parse)
                ? lines.ReadChangesAsync(query, stop)
                : lines.ReadVersionsAsync(query, stop)).ConfigureAwait(false))
            {
                await Host.Output.WriteAsync(line + "\n").ConfigureAwait(false);
                stop.ThrowIfCancellationRequested();
            }

            return ExitCodes.Success;
        }
    }

    private void Check(CommandResult result)
    {
        if (result.GetValue(_opml) && (result.GetValue(_changes) || result.GetValue(_article) is not null))
        {
            result.AddError("--opml exports feeds; leave out --article and --changes.");
        }

        if (result.GetValue(_tables) is not null && (result.GetValue(_changes) || result.GetValue(_opml)))
        {
            result.AddError("--tables writes its own files; leave out --changes and --opml.");
        }

        if (result.GetValue(_partitioned)
            && (result.GetValue(_tables) is null || result.GetValue(_format) != ExportFormat.Parquet))
        {
            result.AddError("--partitioned needs --tables FOLDER --format parquet.");
        }
    }

    private async Task<int> WriteFeedsAsync(NewsStore store, CancellationToken stop)
    {
        List<Subscription> feeds = await store.Feeds.ReadSubscriptionsAsync(stop).ToListAsync(stop)
            .ConfigureAwait(false);
        string list = Opml.Write(feeds.Select(OfFeed), "Feeds followed by NewsDiff");
        await Host.Output.WriteAsync(Printable.Markup(list)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static OpmlFeed OfFeed(Subscription feed) =>
        new() { Url = feed.Url, Title = feed.Title, Source = feed.Source, Filter = feed.Filter };

    private CorpusExportOptions ReadOptions(ParseResult parse) => new()
    {
        Format = parse.GetValue(_format),
        IsPartitioned = parse.GetValue(_partitioned),
        IncludesText = !parse.GetValue(_withoutText),
        Selection = _selection.Describe(parse),
    };
}
