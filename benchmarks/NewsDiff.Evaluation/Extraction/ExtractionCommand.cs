using System.CommandLine;
using System.Globalization;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Scores the extractor against expected texts and fields, and times it.</summary>
internal static class ExtractionCommand
{
    public static Command Create()
    {
        var pages = new Option<FileInfo>(
            "--pages")
        { Description = "The pages, a .tar.gz of HTML files.", Required = true };
        var expected = new Option<FileInfo>(
            "--expected")
        { Description = "What to expect, .jsonl or .jsonl.gz.", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the results as JSON." };
        var repeats = new Option<int>("--repeats")
        {
            Description = "How many times each page is timed; the shortest time counts. 0 skips timing.",
            DefaultValueFactory = _ => 5,
        };
        var rules = new Option<FileInfo?>("--rules") { Description = "Rules for single sites, as JSON." };
        var command = new Command("extraction", "Scores body, title, authors and dates, and times each page.")
        {
            pages, expected, output, repeats, rules,
        };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(pages), parse.GetRequiredValue(expected), parse.GetValue(output),
            parse.GetValue(repeats), parse.GetValue(rules)));
        return command;
    }

    private static void Run(FileInfo pagesFile, FileInfo expectedFile, FileInfo? output, int repeats, FileInfo? rules)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(pagesFile);
        var extractor = new HtmlArticleExtractor(new ExtractionOptions
        {
            Rules = rules is null ? SiteRules.None : SiteRules.Parse(File.ReadAllText(rules.FullName)),
        });
        var scores = new ExtractionScores();
        var results = new List<(string Id, Article? Article)>();
        var requests = new List<ExtractionRequest>();
        foreach (ExpectedPage expected in Archive.ReadLines(expectedFile).Select(ExpectedPage.Parse))
        {
            var request = new ExtractionRequest { Html = pages[expected.File], Url = expected.Url };
            ExtractionResult result = extractor.Extract(request);
            if (result.Article is null)
            {
                Console.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{expected.Id}: {result.Verdict}. {result.Reason}"));
            }

            scores.Add(expected, result.Article);
            results.Add((expected.Id, result.Article));
            requests.Add(request);
        }

        scores.Print(Console.Out);
        PageTiming.Print(PageTiming.Measure(extractor, requests, repeats), Console.Out);
        if (output is not null)
        {
            ResultFile.Write(output, results);
        }
    }
}
