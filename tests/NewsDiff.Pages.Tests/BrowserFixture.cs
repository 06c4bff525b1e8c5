using Microsoft.Playwright;

namespace NewsDiff.Pages.Tests;

/// <summary>A headless Chromium for all tests that look at pages as a reader does.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>First the build without windows, which lays out the same: others make a window for each page.</summary>
    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServedPage? _open;

    /// <summary>The browser; without one, the test is skipped.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(_browser is not null, "No Chromium is installed here.");
            return _browser!;
        }
    }

    /// <summary>Shows a page whose policy on scripts is off, in the same window as the one before.</summary>
    /// <remarks>Another window would be another process, which takes longer than what is asked of the page.</remarks>
    internal async Task<ServedPage> ShowAsync(Page content, string language)
    {
        if (_open is null)
        {
            _open = await ServedPage.OpenAsync(
                await Browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true }), content, language);
        }
        else
        {
            await _open.ShowAsync(content, language);
        }

        return _open;
    }

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } place)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
