using System.CommandLine;
using System.Globalization;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Evaluation.Schedule;

/// <summary>
/// <c>schedule --revisions DIR</c>: what the revisit policies see of a year of real edits, and what they cost.
/// </summary>
internal static class ScheduleCommand
{
    private static readonly (string Name, IRevisitPolicy Policy)[] Policies =
    [
        ("constant", new AdaptiveRevisitPolicy()),
        ("as if new", new WithoutDates(AdaptiveRevisitPolicy.ForArticles)),
        ("learning", new WithoutSites(AdaptiveRevisitPolicy.ForArticles)),
        ("with sites", AdaptiveRevisitPolicy.ForArticles),
    ];

    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, a line {id, kind, versions: [{time, title, paragraphs}]} each.",
            Required = true,
        };
        var count = new Option<int>("--articles")
        {
            Description = "The articles to visit; real ones stand for several, found at other times.",
            DefaultValueFactory = _ => 8000,
        };
        var late = new Option<double>("--found-after")
        {
            Description = "How many days after their publication the articles are found, with their true dates.",
        };
        var command = new Command("schedule", "Measures the revisit policies on the times of real edits.")
        {
            revisions, count, late,
        };
        command.SetAction((parse, _) =>
        {
            List<EditedArticle> articles = [.. EditedArticle.ReadAll(parse.GetRequiredValue(revisions))];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{articles.Count} articles, {articles.Sum(article => article.Edits.Count)} edits within a year"));
            var foundAfter = TimeSpan.FromDays(parse.GetValue(late));
            Console.WriteLine(ScheduleScore.Heading);
            foreach ((string half, Func<EditedArticle, bool> isIn) in Groups)
            {
                Measure(half, [.. articles.Where(isIn)], parse.GetValue(count), foundAfter);
            }

            return Task.FromResult(0);
        });
        return command;
    }

    private static IEnumerable<(string Half, Func<EditedArticle, bool> IsIn)> Groups =>
    [
        ("tuned", article => article.Half == 0),
        ("other", article => article.Half == 1),
        ("both", _ => true),
        ("unedited", article => article.Edits.Count == 0),
    ];

    private static void Measure(string half, List<EditedArticle> articles, int count, TimeSpan foundAfter)
    {
        foreach ((string name, IRevisitPolicy policy) in Policies)
        {
            var options = new TrackerOptions { ArticlePolicy = policy };
            var score = new ScheduleScore();
            var pace = new SitePace();
            for (int i = 0; i < count; i++)
            {
                SimulatedYear.Run(articles[i % articles.Count], i / articles.Count, foundAfter, options, pace, score);
            }

            Console.WriteLine(score.Line(half, name));
        }
    }
}
