using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.AspNetCore;
using NewsDiff.Cards;
using NewsDiff.Fetching;
using NewsDiff.Pages;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Serves stores in all languages, with managing, cards, search and the API.</summary>
internal sealed class HostileSite : IAsyncDisposable
{
    private const string Policy = "anybody";

    private readonly WebApplication _app;
    private readonly PoliteClient _polite;
    private readonly CardRenderer _cards;

    private HostileSite(WebApplication app, PoliteClient polite, CardRenderer cards) =>
        (_app, _polite, _cards) = (app, polite, cards);

    /// <summary>Where it is, without a slash at the end.</summary>
    internal string Url => _app.Urls.First();

    /// <summary>Serves stores, each below its name and the language.</summary>
    internal static async Task<HostileSite> StartAsync(
        IReadOnlyDictionary<string, HostileStore> stores, IReadOnlyList<string> languages, Uri web)
    {
        var polite = new PoliteClient(new HttpFetchOptions
        {
            AllowedPrivateHosts = [web.Authority],
            MinGap = TimeSpan.FromMilliseconds(1),
        });
        var cards = new CardRenderer();
        int port = FreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAssertion(_ => true));
        foreach ((string name, HostileStore hostile) in stores)
        {
            builder.Services.AddKeyedSingleton(name, new ArticleTracker(
                new HttpArticleFetcher(polite), new HttpFeedFetcher(polite), hostile.Store));
            builder.Services.AddKeyedSingleton(name, polite);
        }

        WebApplication app = builder.Build();
        app.UseRouting();
        app.UseAuthorization();
        foreach ((string name, HostileStore hostile) in stores)
        {
            foreach (string language in languages)
            {
                string prefix = $"/{name}/{language}";
                app.MapNewsDiff(prefix, new NewsDiffSiteOptions
                {
                    Source = SourceOf(hostile),
                    TrackerName = name,
                    Language = language,
                    ManagePolicy = Policy,
                    Pictures = cards,
                    PublicUrl = new Uri($"http://127.0.0.1:{port}{prefix}/"),
                });
            }
        }

        await app.StartAsync();
        return new HostileSite(app, polite, cards);
    }

    /// <summary>Where pages of a store are read from.</summary>
    internal static PageSource SourceOf(HostileStore hostile) => new(hostile.Store, hostile.Store, hostile.Store)
    {
        DatabaseId = new Guid("6b9f6e63-7e19-4a4c-9d38-0a3a86a1f0a1"),
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _polite.Dispose();
        _cards.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
