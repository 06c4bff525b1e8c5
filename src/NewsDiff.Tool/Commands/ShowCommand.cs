using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff show ARTICLE</c>: shows the changes between two versions, or one version's text.</summary>
internal sealed class ShowCommand : ToolCommand
{
    private readonly Argument<string> _article = new("ARTICLE")
    {
        Description = "The article: its address, or any unique start of its id.",
    };

    private readonly Option<VersionRange?> _versions = new("--versions")
    {
        Description = "Which versions: 1..3 compares, 2 shows one. The default compares the last two.",
        HelpName = "A..B",
        CustomParser = VersionRange.Parse,
    };

    private readonly Option<string> _format = DiffFormats.Option();

    internal ShowCommand(ToolHost host, CommonOptions common)
        : base("show", "Show the changes of an article, or the text of one version.", host, common)
    {
        Add(_article);
        Add(_versions);
        Add(_format);
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff show 3f2a",
        "newsdiff show https://example.org/story --versions 1..3 --format html > story.html",
        "newsdiff show 3f2a --versions 1",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        string format = parse.GetValue(Common.Json) ? DiffFormats.Json : parse.GetRequiredValue(_format);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            TrackedArticle article = await ArticleName.ResolveAsync(store, parse.GetRequiredValue(_article), stop)
                .ConfigureAwait(false);
            ArticleVersion latest = await store.Versions.FindLatestAsync(article.Id, stop).ConfigureAwait(false)
                ?? throw new TroubleException(
                    $"{article.Url.AbsoluteUri} has no versions yet; try 'newsdiff check'.");
            VersionRange range = parse.GetValue(_versions)
                ?? new VersionRange(Math.Max(1, latest.Number - 1), latest.Number);
            ArticleVersion last = await FindAsync(store, latest, range.Last ?? latest.Number, stop)
                .ConfigureAwait(false);
            await (range.IsSingle
                ? screen.WriteTextAsync(ShowVersion(last, format))
                : ShowChangeAsync(
                    await FindAsync(store, latest, range.First ?? 1, stop).ConfigureAwait(false), last, format, screen))
                .ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private static async Task<ArticleVersion> FindAsync(
        NewsStore store,
        ArticleVersion latest,
        int number,
        CancellationToken stop) =>
        await store.FindVersionAsync(latest.ArticleId, number, stop).ConfigureAwait(false) switch
        {
            null => throw new TroubleException(string.Create(
                CultureInfo.InvariantCulture,
                $"article {ShortId.Of(latest.ArticleId)} has no version {number}; its latest is {latest.Number}.")),
            { HasText: false } erased => throw new TroubleException(string.Create(
                CultureInfo.InvariantCulture,
                $"version {number} {(erased.IsHidden ? "was taken down" : "was pruned")}; name others with --versions, "
                + $"or see 'newsdiff log {ShortId.Of(latest.ArticleId)}'.")),
            var version => version,
        };

    private static string ShowVersion(ArticleVersion version, string format) => format switch
    {
        DiffFormats.Json => JsonLine.Of(json => VersionJson.Write(json, version)),
        DiffFormats.Ansi => ArticleText.Of(version.Article),
        _ => throw new TroubleException(string.Create(
            CultureInfo.InvariantCulture,
            $"--format {format} needs two versions to compare; "
            + $"use --format json for version {version.Number}, or no --format.")),
    };

    private static async Task ShowChangeAsync(ArticleVersion before, ArticleVersion after, string format, Screen screen)
    {
        if (format == DiffFormats.Ansi)
        {
            await screen.WriteLineAsync(ChangeHeading.Of(before, after)).ConfigureAwait(false);
        }

        await DiffFormats.WriteAsync(new ArticleChange(before, after).Diff, format, screen).ConfigureAwait(false);
    }
}
