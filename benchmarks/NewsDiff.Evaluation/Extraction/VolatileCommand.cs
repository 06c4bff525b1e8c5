using System.CommandLine;
using NewsDiff.Extraction;
using NewsDiff.TestSupport;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Counts the pages whose article changes when hashes are added to class names and ids.</summary>
internal static class VolatileCommand
{
    public static Command Create()
    {
        var pages = new Option<FileInfo>(
            "--pages")
        { Description = "The pages, a .tar.gz of HTML files.", Required = true };
        var seeds = new Option<int>(
            "--seeds")
        { Description = "How many sets of names are tried.", DefaultValueFactory = _ => 3 };
        var command = new Command(
            "volatile", "Adds hashes to class names and ids, and counts the pages that change.") { pages, seeds };
        command.SetAction(parse => Run(parse.GetRequiredValue(pages), parse.GetValue(seeds)));
        return command;
    }

    private static void Run(FileInfo file, int seeds)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(file);
        int changed = 0;
        foreach ((string path, string html) in pages)
        {
            string expected = Describe(VolatileNames.Rewrite(html));
            for (int seed = 1; seed <= seeds; seed++)
            {
                string described = Describe(VolatileNames.AddTo(html, seed));
                if (described != expected)
                {
                    changed++;
                    Console.WriteLine($"{path} (seed {seed})");
                    PrintDifference(expected.Split('\n'), described.Split('\n'));
                    break;
                }
            }
        }

        Console.WriteLine($"{changed} of {pages.Count} pages change");
    }

    private static void PrintDifference(string[] before, string[] after)
    {
        before.Except(after, StringComparer.Ordinal).ToList().ForEach(line => Console.WriteLine($"  - {line}"));
        after.Except(before, StringComparer.Ordinal).ToList().ForEach(line => Console.WriteLine($"  + {line}"));
    }

    private static string Describe(string html)
    {
        var request = new ExtractionRequest { Html = html, Url = new Uri("https://example.org/") };
        ExtractionResult result = new HtmlArticleExtractor().Extract(request);
        Article? article = result.Article;
        return $"{result.Verdict}\n{article?.Title}\n{string.Join(", ", article?.Authors ?? [])}\n{article?.PublishedAt}\n{article?.ModifiedAt}\n"
            + ResultFile.TextOf(article);
    }
}
