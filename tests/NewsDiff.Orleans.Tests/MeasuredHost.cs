using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Hosting;
using NewsDiff.TestSupport;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace NewsDiff.Orleans.Tests;

/// <summary>A silo over a store in memory, to whose site everything happens that is measured.</summary>
internal sealed partial class MeasuredHost : IAsyncDisposable
{
    private readonly LoopbackSite _site;
    private readonly IHost _host;
    private readonly MeterProvider _meters;
    private readonly HttpClient _client = new();
    private readonly int _port = LoopbackPort.Find();

    private MeasuredHost(LoopbackSite site, InMemoryVersionStore store)
    {
        _site = site;
        _meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter(NewsDiffDiagnostics.MeterName)
            .AddPrometheusHttpListener(options => (options.Host, options.Port) = ("127.0.0.1", _port))
            .Build();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IVersionStore>(store);
        builder.Services.AddSingleton<IArticleChangeHandler>(new Handler("good", isBroken: false));
        builder.Services.AddSingleton<IArticleChangeHandler>(new Handler("broken", isBroken: true));
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(LoopbackPort.Find(), LoopbackPort.Find())
            .UseInMemoryReminderService()
            .AddNewsDiff(options =>
            {
                options.Interval = TimeSpan.FromSeconds(1);
                options.Feeds.Add(site.Url("/feed"));
                options.Fetch = options.Fetch with
                {
                    AllowedPrivateHosts = [site.BaseUrl.Authority, $"localhost:{site.BaseUrl.Port}"],
                    MinGap = TimeSpan.FromMilliseconds(10),
                };
            }));
        _host = builder.Build();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<MeasuredHost> StartAsync()
    {
        LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/story", FerryStory.Html);
        site.MapStatus("/busy", 503);

        // Under another name, so that the hold does not keep the tracker from the story, whichever comes first.
        var busy = new Uri($"http://localhost:{site.BaseUrl.Port}/busy");
        site.MapText(
            "/feed",
            $"<rss version=\"2.0\"><channel><title>News</title>{Item(site.Url("/story"))}{Item(busy)}</channel></rss>",
            "application/rss+xml");
        var store = new InMemoryVersionStore();
        await PlanDeadLetterAsync(store);
        var host = new MeasuredHost(site, store);
        await host._host.StartAsync(Token);
        return host;

        static string Item(Uri url) => $"<item><title>{url.AbsolutePath}</title><link>{url}</link></item>";
    }

    /// <summary>Reads what is exported: names of metrics, and of labels.</summary>
    public async Task<(SortedSet<string> Metrics, SortedSet<string> Labels)> ReadAsync()
    {
        string text = await _client.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/metrics"), Token);
        string[] samples = [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        return (
            [.. samples.Select(sample => sample.Split('{', ' ')[0])],
            [.. samples.SelectMany(sample => Label().Matches(sample).Select(label => label.Groups[1].Value))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(Token);
        _host.Dispose();
        _meters.Dispose();
        _client.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>Lets the broken handler have failed so often that its next failure is the last.</summary>
    private static async Task PlanDeadLetterAsync(InMemoryVersionStore store)
    {
        EventDelivery state = (await store.ClaimDeliveryAsync(
            "broken", TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), Token))!;
        await store.SaveDeliveryAsync(state with { Failures = 11, LeasedUntil = null }, deadLetter: null, Token);
    }

    [GeneratedRegex("([a-z_]+)=\"")]
    private static partial Regex Label();

    private sealed class Handler(string name, bool isBroken) : IArticleChangeHandler
    {
        public string Name => name;

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken) =>
            isBroken ? throw new InvalidOperationException("Broken.") : ValueTask.CompletedTask;
    }
}
