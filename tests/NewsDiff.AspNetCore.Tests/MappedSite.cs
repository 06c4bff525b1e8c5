using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.Tracking;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>A host on the loopback interface that maps a site of changes over a store in memory.</summary>
internal sealed class MappedSite : IAsyncDisposable
{
    internal const string Library = "https://news.example/library";
    private readonly WebApplication _app;

    private MappedSite(WebApplication app, InMemoryVersionStore store)
    {
        _app = app;
        Store = store;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    internal HttpClient Client { get; }

    internal InMemoryVersionStore Store { get; }

    internal IServiceProvider Services => _app.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a host.</summary>
    /// <param name="map">Maps what is tried.</param>
    /// <param name="services">Adds services of its own.</param>
    internal static async Task<MappedSite> StartAsync(
        Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var store = new InMemoryVersionStore();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IVersionStore>(store);
        services?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync(Stop);
        return new MappedSite(app, store);
    }

    /// <summary>Stores an article with two versions, one after the other.</summary>
    internal async Task<string> AddChangedAsync(
        string url = Library,
        string before = "The library closes at nine.",
        string after = "The library closes at ten.")
    {
        string id = await AddAsync(url, before);
        await Store.AppendAsync(
            Drafts.Of(id, after, expectedHead: 1, seenAt: Drafts.Noon.AddHours(1), url: url), Stop);
        return id;
    }

    /// <summary>Stores an article with one version.</summary>
    internal async Task<string> AddAsync(string url, string text)
    {
        TrackedArticle article = await Store.RegisterAsync(
            new ArticleRegistration { Keys = [url], Url = new Uri(url), SeenAt = Drafts.Noon, Source = "town" }, Stop);
        await Store.AppendAsync(Drafts.Of(article.Id, text, url: url), Stop);
        return article.Id;
    }

    internal async Task<string> ReadAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
