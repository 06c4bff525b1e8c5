using System.CommandLine;

namespace NewsDiff.Evaluation.Simulation;

/// <summary><c>simulate</c>: what the tracker's own code does in a year, or with very many feeds, on a virtual clock.</summary>
internal static class SimulateCommand
{
    internal static Command Create() => new("simulate", "Runs the tracker's own code on a virtual clock.")
    {
        CreateYear(),
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
        var sites = new Option<int>("--sites") { DefaultValueFactory = _ => 24, Description = "Sites with a feed each." };
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
}
