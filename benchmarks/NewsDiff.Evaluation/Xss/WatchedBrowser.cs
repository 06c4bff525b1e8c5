using Microsoft.Playwright;

namespace NewsDiff.Evaluation.Xss;

/// <summary>The installed Chromium, with a note of whatever a page tries.</summary>
internal sealed class WatchedBrowser : IAsyncDisposable
{
    // What can act: scripts, frames, forms to elsewhere, handlers, addresses that run, styles that load.
    private const string FindActive = """
        styles => {
          const harmless = /^(https?:|mailto:|[^:]*$|[^:]*[\/?#])/i;
          const acting = new RegExp('^(script|iframe|frame|object|embed|applet|base|audio|video|portal|template'
            + '|math|foreignobject|animate|set|use|img|image)$', 'i');
          const found = [];
          for (const element of document.querySelectorAll('*')) {
            const name = element.localName;
            if (acting.test(name)) found.push(name);
            if (name === 'style' && --styles < 0) found.push(name);
            if (name === 'meta' && element.httpEquiv && element.httpEquiv !== 'Content-Security-Policy')
              found.push('meta');
            for (const attribute of element.attributes) {
              if (/^on/i.test(attribute.name)) found.push(name + ' ' + attribute.name);
              if (/^(href|src|action|formaction|xlink:href|data|poster|srcdoc)$/i.test(attribute.name)
                && !harmless.test(attribute.value)
                && !(name === 'link' && attribute.value.startsWith('data:image/svg+xml')))
                found.push(name + ' ' + attribute.name + '=' + attribute.value);
            }
          }
          return found;
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly List<string> _dialogs = [];
    private readonly List<string> _reports = [];
    private readonly List<string> _requests = [];

    private WatchedBrowser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, _page) = (playwright, browser, page);
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

    /// <summary>The names of what a page can do, as the tally counts them.</summary>
    internal static IReadOnlyList<string> Deeds { get; } =
        ["nothing active", "no dialog", "no report of the policy", "no foreign request"];

    internal static async Task<WatchedBrowser> StartAsync(string chromium, string site, string folder)
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
        var watched = new WatchedBrowser(playwright, browser, page);
        await page.RouteAsync(
            address => !address.StartsWith(site, StringComparison.Ordinal)
                && !address.StartsWith(folder, StringComparison.Ordinal),
            watched.RefuseAsync);
        return watched;
    }

    /// <summary>Opens an address of the site or a file of the folder, and returns what it did, by deed.</summary>
    internal async Task<string[][]> OpenAsync(string address)
    {
        // A page that is a file has its stylesheet inside.
        bool isFile = address.StartsWith("file:", StringComparison.Ordinal);
        try
        {
            await _page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        }
        catch (PlaywrightException fault) when (fault.Message.Contains("ownload", StringComparison.Ordinal))
        {
            // The browser does not show this kind of document, so nothing in it can run.
        }

        return await TakeAsync(isFile ? 1 : 0);
    }

    /// <summary>Shows HTML as a careless reader of feeds or mails would: as it is, without any policy.</summary>
    internal async Task<string[][]> ShowAsync(string html)
    {
        await _page.GotoAsync("about:blank");
        await _page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        return await TakeAsync(styles: 0);
    }

    private async Task<string[][]> TakeAsync(int styles)
    {
        string[] active = await _page.EvaluateAsync<string[]>(FindActive, styles);
        string[][] seen = [active, [.. _dialogs], [.. _reports], [.. _requests]];
        _dialogs.Clear();
        _reports.Clear();
        _requests.Clear();
        return seen;
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
