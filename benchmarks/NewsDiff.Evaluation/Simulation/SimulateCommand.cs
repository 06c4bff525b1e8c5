using System.CommandLine;

namespace NewsDiff.Evaluation.Simulation;

/// <summary><c>simulate</c>: the tracker's own code on a virtual clock, for a year, a day or with many feeds.</summary>
internal static class SimulateCommand
{
    internal static Command Create() => new("simulate", "Runs the tracker's own code on a virtual clock.")
    {
        CreateYear(), CreateCrowd(), CreateDay(),
    };

    private static Command CreateYear()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz with the times of real edits; see the command schedule.",
            Required = true,
        };
        var articles = new Option<int>("--articles") { DefaultValueFactory = _ => 20_000, Description = "Articles." };
        var days = new Option<int>("--days") { DefaultValueFactory = _ => 365, Description = "Days." };
        var sites = new Option<int>("--sites") { DefaultValueFactory = _ => 24, Description = "Sites, each a feed." };
        var sqlite = new Option<bool>("--sqlite") { Description = "Keep everything in SQLite, ten times as slow." };
        var plain = new Option<bool>("--plain") { Description = "Do not learn from the sites." };
        var command = new Command("year", "A whole tracker follows articles for a year of real edits.")
        {
            revisions, articles, days, sites, sqlite, plain,
        };
        command.SetAction((parse, stop) => new YearRun
        {
            Revisions = parse.GetRequiredValue(revisions),
            Articles = parse.GetValue(articles),
            Days = parse.GetValue(days),
            Sites = parse.GetValue(sites),
            IsInSqlite = parse.GetValue(sqlite),
            LearnsFromSites = !parse.GetValue(plain),
        }.RunAsync(stop));
        return command;
    }

    private static Command CreateCrowd()
    {
        var feeds = new Option<int>("--feeds") { DefaultValueFactory = _ => 100_000, Description = "Feeds." };
        var perSite = new Option<int>("--feeds-per-site")
        {
            DefaultValueFactory = _ => 5,
            Description = "Feeds of each site.",
        };
        var workers = new Option<int>("--workers") { DefaultValueFactory = _ => 50, Description = "Workers." };
        var slots = new Option<int>("--concurrency")
        {
            DefaultValueFactory = _ => 16,
            Description = "Sites that a worker visits at once.",
        };
        var hours = new Option<double>("--hours") { DefaultValueFactory = _ => 6, Description = "Simulated hours." };
        var crashes = new Option<int>("--crashes") { DefaultValueFactory = _ => 12, Description = "Workers that die." };
        var command = new Command("crowd", "Many workers read very many feeds; some die, and some sites are slow.")
        {
            feeds, perSite, workers, slots, hours, crashes,
        };
        command.SetAction((parse, stop) => new CrowdRun
        {
            Feeds = parse.GetValue(feeds),
            FeedsPerSite = parse.GetValue(perSite),
            Workers = parse.GetValue(workers),
            Slots = parse.GetValue(slots),
            Length = TimeSpan.FromHours(parse.GetValue(hours)),
            Crashes = parse.GetValue(crashes),
        }.RunAsync(stop));
        return command;
    }

    private static Command CreateDay()
    {
        var feeds = new Option<int>("--feeds")
        {
            DefaultValueFactory = _ => 1_000,
            Description = "Feeds, each a site.",
        };
        var entries = new Option<int>("--entries")
        {
            DefaultValueFactory = _ => 50,
            Description = "Entries of a feed.",
        };
        var hours = new Option<int>("--hours") { DefaultValueFactory = _ => 24, Description = "Simulated hours." };
        var slots = new Option<int>("--concurrency")
        {
            DefaultValueFactory = _ => 64,
            Description = "Sites that are visited at once.",
        };
        var command = new Command("day", "A tracker reads feeds and articles from real servers, and memory is told.")
        {
            feeds, entries, hours, slots,
        };
        command.SetAction((parse, stop) => new DayRun
        {
            Feeds = parse.GetValue(feeds),
            Entries = parse.GetValue(entries),
            Hours = parse.GetValue(hours),
            Concurrency = parse.GetValue(slots),
        }.RunAsync(stop));
        return command;
    }
}
