using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Archives;
using NewsDiff.Extraction;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tool.Web;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff reprocess ARCHIVE</c>: reads the kept pages of versions with the present extractor.</summary>
internal sealed class ReprocessCommand : ToolCommand
{
    private readonly Argument<string> _archive = new("ARCHIVE")
    {
        Description = "The kept pages: the WARC file or folder that --record filled, or a folder of WARC files.",
    };

    private readonly Option<string> _article = new("--article")
    {
        Description = "Only this article: its address, or any unique start of its id.",
        HelpName = "ARTICLE",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Replace nothing; say how many texts would change, and show some.",
    };

    private readonly Option<int> _show = new("--show")
    {
        Description = "How many changed texts are shown. The default is 3 with --dry-run, otherwise none.",
        HelpName = "NUMBER",
    };

    internal ReprocessCommand(ToolHost host, CommonOptions common)
        : base("reprocess", "Read the kept pages of versions again, with the present extractor.", host, common)
    {
        _show.Validators.Add(WholeNumber.From(0, 1_000_000, "Use a number from 0 to 1000000 for --show."));
        Add(_archive);
        Add(_article);
        Add(_dryRun);
        Add(_show);
        Add(common.Json);
        Add(common.Database);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff reprocess pages/ --dry-run",
        "newsdiff reprocess today.warc.gz --article 3f2a",
    ];

    internal override string Details =>
        """
        Only pages that were recorded (--record) can be read again. If any page of an article is missing, the article
        stays as it is: two extractors in one article would look like an edit. There are no events, and nobody is
        notified. A run that was stopped goes on where it was. The site rules of the settings apply.
        """;

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isDryRun = parse.GetValue(_dryRun);
        IPageArchive archive = ArchivePath.Open(parse.GetRequiredValue(_archive));
        await using (archive.ConfigureAwait(false))
        {
            NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                string? articleId = parse.GetValue(_article) is { } name
                    ? (await ArticleName.ResolveAsync(store, name, stop).ConfigureAwait(false)).Id
                    : null;
                long articles = articleId is not null
                    ? 1
                    : (await store.Care.CountAsync(Host.Clock.GetUtcNow(), stop).ConfigureAwait(false))["articles"];
                var extractor = new HtmlArticleExtractor(
                    new ExtractionOptions { Rules = SettingsOf(parse).Host.Rules });
                var reprocessor = new Reprocessor(store.Versions, store.Care, archive, extractor);
                var report = new ReprocessReport(screen, parse.GetValue(Common.Json), isDryRun)
                {
                    Shown = parse.GetResult(_show) is { Implicit: false } ? parse.GetValue(_show) : isDryRun ? 3 : 0,
                };
                await report.WriteAllAsync(
                    reprocessor.RunAsync(articleId, isDryRun, new CountLine(screen, articles), stop))
                    .ConfigureAwait(false);
                return ExitCodes.Success;
            }
        }
    }

    private sealed class CountLine(Screen screen, long articles) : IProgress<int>
    {
        public void Report(int value) => screen.ShowProgress(
            string.Create(CultureInfo.InvariantCulture, $"Reading again… {value} of {articles} articles"));
    }
}
