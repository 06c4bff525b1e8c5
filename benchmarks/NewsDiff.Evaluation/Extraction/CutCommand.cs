using System.CommandLine;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Counts the pages that are read elsewhere when only their first three paragraphs are published.</summary>
internal static class CutCommand
{
    public static Command Create()
    {
        var pages = new Option<FileInfo>(
            "--pages")
        { Description = "The pages, a .tar.gz of HTML files.", Required = true };
        var expected = new Option<FileInfo>(
            "--expected")
        { Description = "Their texts, .jsonl or .jsonl.gz.", Required = true };
        var details = new Option<bool>("--details") { Description = "Lists the paragraphs that differ." };
        var command = new Command(
            "cut", "Cuts pages to three paragraphs, and counts those that are read elsewhere or grow wrongly.")
        {
            pages, expected, details,
        };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(pages), parse.GetRequiredValue(expected), parse.GetValue(details)));
        return command;
    }

    private static void Run(FileInfo pagesFile, FileInfo expectedFile, bool details)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(pagesFile);
        var tally = new CutTally(details);
        foreach (ExpectedPage page in Archive.ReadLines(expectedFile).Select(ExpectedPage.Parse))
        {
            if (page.Text is { Length: > 0 } text && PageCut.Cut(pages[page.File], text) is { } cut)
            {
                Measure(page, text, cut, tally);
            }
        }

        tally.Print(Console.Out);
    }

    private static void Measure(ExpectedPage page, string text, CutPage cut, CutTally tally)
    {
        var extractor = new HtmlArticleExtractor();
        ExtractionResult Read(string html, string? previous = null) => extractor.Extract(
            new ExtractionRequest { Html = html, Url = page.Url, PreviousContainer = previous });
        ExtractionResult whole = Read(cut.Whole);
        ExtractionResult first = Read(cut.Short);
        tally.Add(page.Id, text, whole, first, Read(cut.Whole, first.Container));
    }
}
