using System.CommandLine;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Counts the pages that are refused among listings, or among articles.</summary>
internal static class ListingsCommand
{
    public static Command Create()
    {
        var pages = new Option<FileInfo>(
            "--pages")
        { Description = "The pages, a .tar.gz of HTML files.", Required = true };
        var addresses = new Option<FileInfo>(
            "--addresses")
        { Description = "Their ids, files and addresses, .jsonl or .jsonl.gz.", Required = true };
        var articles = new Option<bool>(
            "--articles")
        { Description = "All pages are articles: those that are refused are printed, not the others." };
        var command = new Command(
            "listings", "Counts the pages that are refused, of a set of listings or of articles.")
        {
            pages, addresses, articles,
        };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(pages), parse.GetRequiredValue(addresses), parse.GetValue(articles)));
        return command;
    }

    private static void Run(FileInfo pagesFile, FileInfo addresses, bool areArticles)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(pagesFile);
        var extractor = new HtmlArticleExtractor();
        int refused = 0;
        int all = 0;
        foreach (ExpectedPage page in Archive.ReadLines(addresses).Select(ExpectedPage.Parse))
        {
            ExtractionResult result = extractor.Extract(
                new ExtractionRequest { Html = pages[page.File], Url = page.Url });
            all++;
            refused += result.Article is null ? 1 : 0;
            if (result.Article is null == areArticles)
            {
                Console.WriteLine($"{page.Id}: {result.Verdict}. {result.Reason ?? result.Article?.Title}");
            }
        }

        Console.WriteLine($"{refused} of {all} pages are refused");
    }
}
