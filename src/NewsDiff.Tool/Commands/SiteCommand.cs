using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Pages;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Site;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff site</c>: writes the pages as files, to publish them anywhere.</summary>
internal sealed class SiteCommand : ToolCommand
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "The folder for pages and feeds; only files that changed are written again.",
    };

    private readonly Option<string?> _address = new("--public-url")
    {
        Description = "The address that the folder is published at, for links in feeds and the sitemap.",
        HelpName = "URL",
    };

    internal SiteCommand(ToolHost host, CommonOptions common)
        : base("site", "Write all pages and feeds as files, to publish them on any server.", host, common)
    {
        Add(_folder);
        Add(_address);
        Add(common.Language);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff site public",
        "newsdiff site public --public-url https://changes.example/ --db news.db",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        Uri? address = parse.GetValue(_address) is { } text ? Address.ParseFolder(text) : null;
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var folder = PublishedFolder.Open(parse.GetRequiredValue(_folder));
            PageSource pages = await store.OpenPagesAsync(stop).ConfigureAwait(false);
            var options = new PageOptions { Language = parse.GetRequiredValue(Common.Language) };
            await new SiteFolder(store, pages, options, folder.WriteAsync) { Address = address }
                .WriteAsync(stop).ConfigureAwait(false);
            await folder.FinishAsync(stop).ConfigureAwait(false);
            await screen.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder.Count} files, {folder.Changed} of them new or changed; {folder.Removed} removed."))
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }
}
