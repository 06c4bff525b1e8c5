using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Fetching;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>A host whose pages may manage, a site to follow, and a browser without script.</summary>
internal sealed class ManagedSite : IAsyncDisposable
{
    internal const string Policy = "editors";

    private readonly HttpClient _browser = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    private readonly PoliteClient _web;

    private ManagedSite(MappedSite mapped, LoopbackSite news, PoliteClient web)
    {
        Mapped = mapped;
        News = news;
        _web = web;
    }

    internal MappedSite Mapped { get; }

    internal LoopbackSite News { get; }

    internal InMemoryVersionStore Store => Mapped.Store;

    internal string Origin => Mapped.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static async Task<ManagedSite> StartAsync(
        NewsDiffSiteOptions? options = null,
        Action<IServiceCollection>? services = null,
        Action<IEndpointConventionBuilder>? conventions = null,
        bool isOpen = true)
    {
        LoopbackSite news = await LoopbackSite.StartAsync();
        var fetch = new HttpFetchOptions
        {
            AllowedPrivateHosts = [news.BaseUrl.Authority],
            MinGap = TimeSpan.FromMilliseconds(1),
        };
        var web = new PoliteClient(fetch);
        options ??= new NewsDiffSiteOptions { Language = "en" };
        MappedSite mapped = await MappedSite.StartAsync(
            app =>
            {
                // A failed policy needs a scheme to challenge with; here the status says it.
                app.Use(async (http, next) =>
                {
                    try
                    {
                        await next(http);
                    }
                    catch (InvalidOperationException fault) when (
                        fault.Message.Contains("IAuthenticationService", StringComparison.Ordinal))
                    {
                        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    }
                });
                app.UseRouting();
                app.UseAuthorization();
                IEndpointConventionBuilder site = app.MapNewsDiff("/news", options with { ManagePolicy = Policy });
                conventions?.Invoke(site);
            },
            all =>
            {
                all.AddAntiforgery();
                all.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAssertion(_ => isOpen));
                all.AddSingleton(web);
                all.AddSingleton(provider => new ArticleTracker(
                    new HttpArticleFetcher(web),
                    new HttpFeedFetcher(web),
                    provider.GetRequiredService<IVersionStore>()));
                services?.Invoke(all);
            });
        return new ManagedSite(mapped, news, web);
    }

    /// <summary>Sends a request as this browser.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Mapped.Client.BaseAddress!, request.RequestUri!);
        return _browser.SendAsync(request, Stop);
    }

    internal async Task<IHtmlDocument> ShowAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage answer = await SendAsync(
            new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));
        Assert.Equal(expected, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>A form as a page of this site would send it.</summary>
    internal async Task<HttpRequestMessage> FormAsync(string action, params (string Name, string Value)[] fields)
    {
        IHtmlDocument page = await ShowAsync("/news/manage");
        var token = (IHtmlInputElement)page.QuerySelector("form input[type=hidden]")!;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/news/manage/" + action, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(
            [
                new(token.Name!, token.Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]),
        };
        request.Headers.Add("Origin", Origin);
        return request;
    }

    /// <summary>Sends a form, and opens the page that it leads to.</summary>
    internal async Task<IHtmlDocument> SubmitAsync(string action, params (string Name, string Value)[] fields) =>
        await ShowAsync(await PostAsync(action, fields));

    /// <summary>Sends a form, and returns the address that it leads to.</summary>
    internal async Task<string> PostAsync(string action, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage form = await FormAsync(action, fields);
        using HttpResponseMessage answer = await SendAsync(form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Mapped.DisposeAsync();
        _web.Dispose();
        await News.DisposeAsync();
    }
}
