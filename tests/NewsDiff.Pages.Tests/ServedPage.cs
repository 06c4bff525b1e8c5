using Microsoft.Playwright;

namespace NewsDiff.Pages.Tests;

/// <summary>A page in a browser, served under our policy, with a note of whatever it tried beside.</summary>
internal sealed class ServedPage
{
    private const string Site = "https://news.example";

    private readonly List<string> _noticed = [];

    private readonly PageRenderer _renderer;

    private ServedPage(IPage page, string language)
    {
        Page = page;
        _renderer = new PageRenderer(
            new ServerPageLinks(),
            new PageOptions
            {
                LinkStyles = true,
                IsServed = true,
                HasSearch = true,
                IsManaged = true,
                Language = language,
            });
    }

    internal IPage Page { get; }

    /// <summary>Requests, dialogs and complaints that a harmless page does not cause.</summary>
    internal IReadOnlyList<string> Noticed => _noticed;

    internal static async Task<ServedPage> OpenAsync(
        IBrowserContext context, Page content, string language = "en")
    {
        IPage page = await context.NewPageAsync();
        var served = new ServedPage(page, language);
        page.Dialog += (_, dialog) =>
        {
            served._noticed.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) => served._noticed.Add("console: " + message.Text);
        page.PageError += (_, error) => served._noticed.Add("error: " + error);
        await page.RouteAsync("**/*", route => served.AnswerAsync(route, content));
        await page.GotoAsync(Site + "/");
        return served;
    }

    private Task AnswerAsync(IRoute route, Page content)
    {
        switch (route.Request.Url)
        {
            case Site + "/":
                return route.FulfillAsync(new RouteFulfillOptions
                {
                    ContentType = "text/html; charset=utf-8",
                    Headers = [new("Content-Security-Policy", PageRenderer.ContentSecurityPolicy)],
                    Body = _renderer.Render(content),
                });
            case Site + "/newsdiff.css":
                return route.FulfillAsync(
                    new RouteFulfillOptions { ContentType = "text/css", Body = PageRenderer.StyleSheet });
            default:
                _noticed.Add("request: " + route.Request.Url);
                return route.AbortAsync();
        }
    }
}
