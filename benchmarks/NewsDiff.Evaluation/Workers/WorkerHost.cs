using System.CommandLine;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Hosting;
using NewsDiff.Orleans;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Workers;

/// <summary>One worker process: a host over the database that all workers share.</summary>
internal static class WorkerHost
{
    internal const string Name = "worker-host";

    internal static Command Create()
    {
        var database = new Option<string>("--database") { Required = true };
        var heard = new Option<string>("--heard") { Required = true };
        var worker = new Option<int>("--worker") { Required = true };
        var sites = new Option<int>("--sites") { Required = true };
        var port = new Option<int>("--port") { Required = true };
        var gap = new Option<double>("--gap") { Required = true };
        var lease = new Option<double>("--lease") { Required = true };
        var interval = new Option<double>("--interval") { Required = true };
        var skew = new Option<double>("--skew");
        var orleans = new Option<bool>("--orleans");
        var command = new Command(Name, "Runs a worker for the command workers.")
        {
            database, heard, worker, sites, port, gap, lease, interval, skew, orleans,
        };
        command.Hidden = true;
        command.SetAction((arguments, stop) => RunAsync(
            arguments.GetRequiredValue(database),
            arguments.GetRequiredValue(heard),
            arguments.GetValue(orleans) ? null : TimeSpan.FromMinutes(arguments.GetValue(skew)),
            options => Configure(
                options,
                arguments.GetRequiredValue(worker),
                Enumerable.Range(0, arguments.GetRequiredValue(sites))
                    .Select(site => $"{ManySites.AddressOf(site)}:{arguments.GetRequiredValue(port)}"),
                TimeSpan.FromSeconds(arguments.GetRequiredValue(gap)),
                TimeSpan.FromSeconds(arguments.GetRequiredValue(lease)),
                TimeSpan.FromSeconds(arguments.GetRequiredValue(interval))),
            stop));
        return command;
    }

    private static void Configure(
        NewsDiffHostOptions options, int worker, IEnumerable<string> sites, TimeSpan gap, TimeSpan lease,
        TimeSpan interval)
    {
        options.Interval = TimeSpan.FromSeconds(1);
        options.Tracker = options.Tracker with
        {
            Lease = lease,
            MaxConcurrency = 8,
            ArticlePolicy = new FixedRevisitPolicy(interval),
        };
        options.Fetch = new HttpFetchOptions
        {
            UserAgent = string.Create(CultureInfo.InvariantCulture, $"worker/{worker}"),
            AllowedPrivateHosts = [.. sites],
            MinGap = gap,
        };
    }

    /// <summary>Runs a host until it is stopped.</summary>
    /// <param name="database">The file or server.</param>
    /// <param name="heard">The file of the handled events.</param>
    /// <param name="skew">How wrong its clock is; null for a silo of Orleans, whose clock is right.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="stop">Stops the host.</param>
    private static async Task RunAsync(
        string database, string heard, TimeSpan? skew, Action<NewsDiffHostOptions> configure, CancellationToken stop)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (skew is { } wrong)
        {
            builder.Services.AddSingleton<TimeProvider>(new SkewedClock(wrong));
            builder.Services.AddNewsDiff(configure);
        }
        else
        {
            builder.UseOrleans(silo => silo
                .UsePostgreSqlCluster(database)
                .ConfigureEndpoints(IPAddress.Loopback, ManySites.FreePort(), gatewayPort: 0)
                .AddNewsDiff(configure));
        }

        if (database.Contains('=', StringComparison.Ordinal))
        {
            builder.Services.AddPostgreSqlVersionStore(database);
        }
        else
        {
            builder.Services.AddSqliteVersionStore(database);
        }

        builder.Services.AddSingleton<IArticleChangeHandler>(new Recorder(heard));
        using IHost host = builder.Build();
        await host.RunAsync(stop);
    }

    /// <summary>Writes the id of every event to a file.</summary>
    private sealed class Recorder(string path) : IArticleChangeHandler
    {
        public string Name => "recorder";

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public async ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{notice.Event.Id}\n");
            await File.AppendAllTextAsync(path, line, CancellationToken.None);
        }
    }
}
