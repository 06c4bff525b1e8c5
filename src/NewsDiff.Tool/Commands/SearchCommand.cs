using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Search;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff search QUERY</c>: finds words in all versions of all articles.</summary>
internal sealed class SearchCommand : ToolCommand
{
    private const int DefaultLimit = 20;

    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "What to look for; see below.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _build = new("--build")
    {
        Description = "Make the search index first, or finish it. From then on it stays up to date.",
    };

    private readonly Option<bool> _remove = new("--remove") { Description = "Remove the search index." };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The maximum number of hits, the newest first.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => DefaultLimit,
    };

    private readonly Option<string?> _after = new("--after")
    {
        Description = "Continue after the hit with this cursor (see --json).",
        HelpName = "CURSOR",
    };

    internal SearchCommand(ToolHost host, CommonOptions common)
        : base("search", "Find words in all versions of all articles, also in text that was removed.", host, common)
    {
        _limit.Validators.Add(WholeNumber.From(1, 100_000, "Use a number from 1 to 100000 for --limit."));
        Add(_query);
        Add(_build);
        Add(_remove);
        Add(_limit);
        Add(_after);
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
        Validators.Add(result =>
        {
            bool hasQuery = result.GetValue(_query) is { Length: > 0 };
            if (!hasQuery && !result.GetValue(_build) && !result.GetValue(_remove))
            {
                result.AddError("Say what to look for.");
            }

            if (result.GetValue(_remove) && (hasQuery || result.GetValue(_build)))
            {
                result.AddError("Use --remove alone.");
            }

            if (result.GetValue(common.ReadOnly) && (result.GetValue(_build) || result.GetValue(_remove)))
            {
                result.AddError("With --read-only, no index can be made or removed.");
            }
        });
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff search --build",
        "newsdiff search ferry late",
        "newsdiff search '\"prime minister\" -budget since:2026-05-01'",
        "newsdiff search 'kind:removed source:bbc lied OR lie'",
        "newsdiff search kind:title version:2 host:www.example.org --json",
        "newsdiff search -- -ferry version:2",
    ];

    internal override string Details =>
        """
        'ferry late' finds both words in one paragraph or title; case and accents do not matter. '"the ferry"' finds the
        words in this order, 'ferry OR boat' finds either, and '-ferry' leaves out what has the word. 'kind:title' finds
        only titles, 'kind:added' text that the first version did not have, and 'kind:removed' paragraphs, and words in
        edits, that a later version did not have. 'version:2' finds text that version 2 brought (with 'kind:removed',
        took away). 'source:bbc' names a source, and 'host:www.example.org' a host name. 'since:2026-05-01' finds what
        was seen on that day or later, and 'until:2026-05-01' what was seen before it.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool? isWanted = parse.GetValue(_build) ? true : parse.GetValue(_remove) ? false : null;
        NewsStore store = await OpenExistingAsync(parse, screen, stop, isWanted).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            screen.ClearProgress();
            if (isWanted is true)
            {
                await TellDamagedAsync(store, screen, stop).ConfigureAwait(false);
            }

            string query = string.Join(' ', parse.GetValue(_query) ?? []);
            if (query.Length == 0)
            {
                screen.Say(isWanted is true ? "The search index is complete." : "There is no search index any more.");
                return ExitCodes.Success;
            }

            await WriteAsync(store, query, parse, screen, stop).ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private async Task TellDamagedAsync(NewsStore store, Screen screen, CancellationToken stop)
    {
        ImmutableSortedDictionary<string, long> counts = await store.Care.CountAsync(Host.Clock.GetUtcNow(), stop)
            .ConfigureAwait(false);
        if (counts["unsearchable"] is var damaged and > 0)
        {
            screen.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{damaged} damaged {(damaged == 1 ? "version is" : "versions are")} not in the search index; ")
                + "see 'newsdiff verify'.");
        }
    }

    private async Task WriteAsync(
        NewsStore store, string query, ParseResult parse, Screen screen, CancellationToken stop)
    {
        bool isEmpty = true;
        bool isJson = parse.GetValue(Common.Json);
        await foreach (SearchHit hit in Search(store, query, parse.GetValue(_after), stop)
            .Take(parse.GetValue(_limit)).ConfigureAwait(false))
        {
            isEmpty = false;
            var line = new HitLine(hit);
            await (isJson ? screen.WriteLineAsync(JsonLine.Of(line.Write)) : screen.WriteLineAsync(line.ToLine()))
                .ConfigureAwait(false);
        }

        if (isEmpty)
        {
            screen.Say("Nothing found.");
        }
    }

    private static IAsyncEnumerable<SearchHit> Search(
        NewsStore store, string query, string? after, CancellationToken stop)
    {
        try
        {
            return store.Texts.SearchAsync(query, after, stop);
        }
        catch (FormatException fault)
        {
            throw new TroubleException(fault.Message, fault);
        }
    }
}
