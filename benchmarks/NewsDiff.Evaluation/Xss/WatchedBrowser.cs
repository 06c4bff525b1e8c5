using Microsoft.Playwright;

namespace NewsDiff.Evaluation.Xss;

/// <summary>The installed Chromium, with a note of whatever a page tries.</summary>
internal sealed class WatchedBrowser : IAsyncDisposable
{
    // What can act: scripts, frames, forms to elsewhere, handlers, addresses that run, styles that load.
    private const string FindActive = """
        site => {
          const harmless = /^(https?:|mailto:|#|\/|\.{0,2}\/|[a-z0-9_.?=&%-]*$)/i;
          const found = [];
          for (const element of document.querySelectorAll('*')) {
            const name = element.localName;
            if (/^(script|iframe|frame|object|embed|applet|base|audio|video|portal|template|math|foreignobject|animate|set|use|img|image)$/i.test(name))
              found.push(name);
            if (name === 'style' && site) found.push(name);
            if (name === 'meta' && element.httpEquiv && element.httpEquiv !== 'Content-Security-Policy') found.push('meta');
            for (const attribute of element.attributes) {
              if (/^on/i.test(attribute.name)) found.push(name + ' ' + attribute.name);
              if (/^(href|src|action|formaction|xlink:href|data|poster|srcdoc)$/i.test(attribute.name)
                && !harmless.test(attribute.value) && !(name === 'link' && attribute.value.startsWith('data:image/svg+xml')))
                found.push(name + ' ' + attribute.name + '=' + attribute.value);
            }
          }
          return found;
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly string _site;
    private readonly List<string> _dialogs = [];
    private readonly List<string> _reports = [];
    private readonly List<string> _requests = [];

    private WatchedBrowser(IPlaywright playwright, IBrowser browser, IPage page, string site)
    {
        (_playwright, _browser, _page, _site) = (playwright, browser, page, site);
        page.Dialog += (_, dialog) =>
        {
            _dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _reports.Add(message.Text);
            }
        };
    }

    internal static async Task<WatchedBrowser> StartAsync(string chromium, string site)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions { AcceptDownloads = false });
        IPage page = await context.NewPageAsync();
        var watched = new WatchedBrowser(playwright, browser, page, site);
        await page.RouteAsync(
            address => !address.StartsWith(site, StringComparison.Ordinal), watched.RefuseAsync);
        return watched;
    }

    /// <summary>Opens an address of the site, and counts what it tried.</summary>
    internal async Task OpenAsync(string path, string name, Tally tally)
    {
        try
        {
            await _page.GotoAsync(_site + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        }
        catch (PlaywrightException fault) when (fault.Message.Contains("ownload", StringComparison.Ordinal))
        {
            // The browser does not show this kind of document, so nothing in it can run.
        }

        await CountAsync(name, path, isSite: true, tally);
    }

    /// <summary>Shows HTML of a feed as a careless reader would: as it is, without any policy.</summary>
    internal async Task ShowAsync(string html, string name, string place, Tally tally)
    {
        await _page.GotoAsync("about:blank");
        await _page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        await CountAsync(name, place, isSite: false, tally);
    }

    private async Task CountAsync(string name, string place, bool isSite, Tally tally)
    {
        string[] active = await _page.EvaluateAsync<string[]>(FindActive, isSite);
        string[] seen = [.. active, .. _dialogs.Concat(_reports).Concat(_requests)];
        tally.Count(name, seen.Length == 0, $"{place}: {string.Join(" | ", seen.Take(3))}");
        tally.Count("nothing active", active.Length == 0, place);
        tally.Count("no dialog", _dialogs.Count == 0, place);
        tally.Count("no report of the policy", _reports.Count == 0, place);
        tally.Count("no foreign request", _requests.Count == 0, place);
        _dialogs.Clear();
        _reports.Clear();
        _requests.Clear();
    }

    private async Task RefuseAsync(IRoute route)
    {
        _requests.Add(route.Request.Url);
        await route.AbortAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
