using Microsoft.Playwright;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>A published site with texts to search for, and a browser that opens its search from the disk.</summary>
public sealed class SearchedSite : IAsyncLifetime
{
    private readonly BrowserFixture _chromium = new();
    private readonly InMemoryVersionStore _store = new();
    private readonly TemporaryFolder _folder = new();
    private IPage? _page;

    public async ValueTask InitializeAsync()
    {
        await _chromium.InitializeAsync();
        await AddAsync("Ferry", "The ferry was late on Monday.", "The ferry was cancelled on Monday.");
        await AddAsync("Boat", "A boat with 12’500 kg left Ærøskøbing’s harbour.");
        await AddAsync(
            "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script> constructor __proto__ ferry");
        await AddAsync("Ναύς", "Ο ΠΛΟΥΣ άρχισε. İstanbul'da ﬁve STRASSE straße");
        await AddAsync("東京", "東京都の知事は会見した。 กรุงเทพ 雨");
        for (int i = 0; i < 120; i++)
        {
            await AddAsync($"Harbour notice {i}", "Tides.");
        }

        await new SitePublisher(new PageSource(_store, _store, _store), new PageOptions { HasSearch = true })
            .PublishAsync(_folder.File("site"), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Opens the search and waits for its answer.</summary>
    internal async Task<IPage> SearchAsync(string query)
    {
        if (_page is null)
        {
            _page = await _chromium.Browser.NewPageAsync();
            _page.Dialog += static (_, _) => Assert.Fail("A text ran as a script.");
        }

        // Going to another fragment of the page would not load it.
        await _page.GotoAsync("about:blank");
        string file = new Uri(_folder.File("site/search.html")).AbsoluteUri;
        await _page.GotoAsync(query.Length == 0 ? file : $"{file}#q={Uri.EscapeDataString(query)}");
        await _page.WaitForSelectorAsync(
            "ol.changes[aria-busy=false]", new() { State = WaitForSelectorState.Attached });
        return _page;
    }

    private async Task AddAsync(string title, params string[] texts)
    {
        var url = new Uri($"https://news.example/{Guid.NewGuid():N}");
        DateTimeOffset seenAt = Drafts.Noon.AddMinutes(title.Length);
        TrackedArticle article = await _store.RegisterAsync(
            new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = seenAt }, CancellationToken.None);
        foreach (string text in texts)
        {
            seenAt = seenAt.AddHours(1);
            var content = new Article { Url = url, Title = title, Paragraphs = [new Paragraph(text)] };
            await _store.AppendAsync(
                new VersionDraft { ArticleId = article.Id, SeenAt = seenAt, Article = content },
                CancellationToken.None);
        }
    }
}
