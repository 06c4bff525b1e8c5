using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Pages;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
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
            PageSource pages = await store.OpenPagesAsync(stop).ConfigureAwait(false);
            var options = new PageOptions
            {
                Language = parse.GetRequiredValue(Common.Language),
                PublicUrl = address,
                HasSearch = true,
            };
            PublishedSite site = await new SitePublisher(pages, options)
                .PublishAsync(parse.GetRequiredValue(_folder), stop).ConfigureAwait(false);
            await screen.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{site.Files} files, {site.Changed} of them new or changed; {site.Removed} removed."))
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }
}
