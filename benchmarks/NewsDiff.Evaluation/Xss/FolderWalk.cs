using NewsDiff.Pages;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Writes a store as the pages of a folder, as <c>newsdiff site</c> does.</summary>
internal sealed class FolderWalk(HostileStore hostile, PageOptions options)
{
    private readonly PageRenderer _renderer = new(new FolderPageLinks(), options);
    private readonly PageSource _source = HostileSite.SourceOf(hostile);

    /// <summary>Every page, with its file.</summary>
    internal async IAsyncEnumerable<(string File, string Html)> GoAsync()
    {
        for (PageAddress? place = PageAddress.Changes(); place is not null;)
        {
            var page = (ChangesPage)(await _source.LoadAsync(place))!;
            yield return Write(page);
            place = page.Older is { } older ? PageAddress.Changes(older) : null;
        }

        for (PageAddress? place = PageAddress.Articles(); place is not null;)
        {
            var page = (ArticlesPage)(await _source.LoadAsync(place))!;
            yield return Write(page);
            place = page.Older is { } older ? PageAddress.Articles(older) : null;
        }

        yield return Write((await _source.LoadAsync(PageAddress.Feeds))!);
        foreach (PageAddress address in hostile.Full.SelectMany(PagesOf)
            .Concat(hostile.Single.Select(PageAddress.Article)))
        {
            yield return Write((await _source.LoadAsync(address))!);
        }
    }

    private static IEnumerable<PageAddress> PagesOf(string id) =>
    [
        PageAddress.Article(id), PageAddress.Comparison(id, 1, 2), PageAddress.Comparison(id, 1, 2, isInline: true),
        PageAddress.Version(id, 2), PageAddress.Origins(id, 2),
    ];

    private (string File, string Html) Write(Page page) =>
        (FolderPageLinks.GetFile(page.Address), _renderer.Render(page));
}
