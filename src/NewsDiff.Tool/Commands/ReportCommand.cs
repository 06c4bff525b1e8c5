using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Research;
using NewsDiff.Tool.Exports;
using NewsDiff.Tool.Imports;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff report</c>: writes the usual figures of a corpus as one page.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private readonly Option<string> _from = new("--from")
    {
        Description = "Report on a collection that 'newsdiff import' reads, not on the database: a file, a folder, or - for "
            + "JSON Lines on stdin.",
        HelpName = "SOURCE",
    };

    private readonly Option<string> _title = new("--title")
    {
        Description = "The heading of the page.",
        HelpName = "TEXT",
        DefaultValueFactory = static _ => CorpusReportOptions.Default.Title,
    };

    private readonly Selection _selection = new();

    internal ReportCommand(ToolHost host, CommonOptions common)
        : base("report", "Write what changed, how often, when and where, as one page of HTML with plots.", host, common)
    {
        Add(_from);
        Add(_title);
        _selection.AddTo(this);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff report > report.html",
        "newsdiff report --source news.example --since 2026-01-01 > report.html",
        "newsdiff report --from versions.jsonl.gz > report.html",
        "newsdiff report --from corpus/ > report.html",
    ];

    internal override string Details =>
        """
        The page has versions per article, the time from publication to a change, changes by their place, sentences
        added, deleted, edited, split, merged and moved, headlines, silent edits and corrections, by source and month,
        with confidence intervals of 95 %. It needs no other file and no script. The same versions give the same bytes.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        if (parse.GetValue(_from) is not { } source)
        {
            NewsStore known = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
            await using (known.ConfigureAwait(false))
            {
                return await WriteAsync(known, screen, parse, stop).ConfigureAwait(false);
            }
        }

        using var place = new ImportedDatabase();
        NewsStore store = await place.OpenAsync(stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            int code = await ImportAsync(source, store, screen, stop).ConfigureAwait(false);
            int written = await WriteAsync(store, screen, parse, stop).ConfigureAwait(false);
            return written == ExitCodes.Success ? code : written;
        }
    }

    private async Task<int> ImportAsync(string source, NewsStore store, Screen screen, CancellationToken stop)
    {
        var options = new ImportOptions { Clock = Host.Clock };
        var import = new VersionImport(screen, Host.Clock);
        if (source == LocalFile.Stdin)
        {
            Stream input = Host.ReadInput();
            await using (input.ConfigureAwait(false))
            {
                return await import.RunAsync(store, ImportReader.Read(input, options), stop).ConfigureAwait(false);
            }
        }

        try
        {
            return await import.RunAsync(store, ImportReader.Read(source, options), stop).ConfigureAwait(false);
        }
        catch (FormatException unknown)
        {
            throw new TroubleException(unknown.Message, unknown);
        }
    }

    private async Task<int> WriteAsync(NewsStore store, Screen screen, ParseResult parse, CancellationToken stop)
    {
        screen.ShowProgress("Counting…");
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var options = new CorpusReportOptions
        {
            Title = parse.GetValue(_title)!,
            Selection = _selection.Describe(parse),
        };
        long articles = await CorpusReport.WriteAsync(
            _selection.ReadAsync(store, parse, articleId: null, stop).Select(static article => article.History),
            page,
            options,
            stop).ConfigureAwait(false);
        if (articles == 0)
        {
            throw new TroubleException("no version matches the options.");
        }

        screen.ClearProgress();
        await Host.Output.WriteAsync(Printable.Markup(page.ToString())).ConfigureAwait(false);
        screen.Say(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles."));
        return ExitCodes.Success;
    }
}
