using Microsoft.Playwright;

namespace NewsDiff.Pages.Tests;

/// <summary>A window that shows pages, served under our policy, with a note of whatever they tried beside.</summary>
internal sealed class ServedPage
{
    private const string Site = "https://news.example";

    private readonly List<string> _noticed = [];

    private string _body = "";

    private ServedPage(IPage page) => Page = page;

    internal IPage Page { get; }

    /// <summary>Requests, dialogs and complaints that a harmless page does not cause.</summary>
    internal IReadOnlyList<string> Noticed => _noticed;

    internal static async Task<ServedPage> OpenAsync(
        IBrowserContext context, Page content, string language = "en")
    {
        var served = new ServedPage(await context.NewPageAsync());
        served.Page.Dialog += (_, dialog) =>
        {
            served._noticed.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        served.Page.Console += (_, message) => served._noticed.Add("console: " + message.Text);
        served.Page.PageError += (_, error) => served._noticed.Add("error: " + error);
        await served.Page.RouteAsync("**/*", served.AnswerAsync);
        await served.ShowAsync(content, language);
        return served;
    }

    /// <summary>Shows another page; what the one before tried is still noted.</summary>
    internal Task ShowAsync(Page content, string language = "en")
    {
        var renderer = new PageRenderer(
            new ServerPageLinks(),
            new PageOptions
            {
                LinkStyles = true,
                IsServed = true,
                HasSearch = true,
                IsManaged = true,
                Language = language,
            });
        _body = renderer.Render(content);
        return Page.GotoAsync(Site + "/");
    }

    private Task AnswerAsync(IRoute route)
    {
        switch (route.Request.Url)
        {
            case Site + "/":
                return route.FulfillAsync(new RouteFulfillOptions
                {
                    ContentType = "text/html; charset=utf-8",
                    Headers = [new("Content-Security-Policy", PageRenderer.ContentSecurityPolicy)],
                    Body = _body,
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
