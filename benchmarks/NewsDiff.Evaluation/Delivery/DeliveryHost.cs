using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Hosting;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Delivery;

/// <summary>The process that is stopped and killed: a host with one handler, which writes down what it hears.</summary>
internal static class DeliveryHost
{
    internal const string Name = "delivery-host";

    internal static Command Create()
    {
        var database = new Option<string>("--database") { Required = true };
        var feed = new Option<Uri>("--feed")
        {
            Required = true,
            CustomParser = result => new Uri(result.Tokens[0].Value),
        };
        var heard = new Option<string>("--heard") { Required = true };
        var command = new Command(Name, "Runs a host for the command delivery.") { database, feed, heard };
        command.Hidden = true;
        command.SetAction((arguments, stop) => RunAsync(
            arguments.GetRequiredValue(database), arguments.GetRequiredValue(feed), arguments.GetRequiredValue(heard),
            stop));
        return command;
    }

    private static async Task RunAsync(string database, Uri feed, string heard, CancellationToken stop)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddNewsDiff(options =>
        {
            options.Feeds.Add(feed);
            options.Interval = TimeSpan.FromSeconds(1);
            options.MaxConcurrency = 2;
            options.Tracker = options.Tracker with
            {
                Lease = TimeSpan.FromSeconds(5),
                ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromSeconds(1)),
                FeedPolicy = new FixedRevisitPolicy(TimeSpan.FromMinutes(1)),
            };
            options.Fetch = new HttpFetchOptions { AllowedPrivateHosts = [feed.Authority], MinGap = TimeSpan.Zero };
        });
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

    /// <summary>Writes the id of every event to a file before it says that it has handled it.</summary>
    private sealed class Recorder(string path) : IArticleChangeHandler
    {
        public string Name => "recorder";

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public async ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{notice.Event.Id} {notice.Event}\n");
            await File.AppendAllTextAsync(path, line, CancellationToken.None);

            // Long enough to be interrupted between having handled and having said so.
            await Task.Delay(Random.Shared.Next(10), cancellationToken);
        }
    }
}
