using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>
/// Extracts successive captures of pages of which nothing but the markup changed, and counts false changes.
/// </summary>
internal static class ControlsCommand
{
    public static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "The folder with html.tar.gz and the *.jsonl.gz that name its files.",
            Required = true,
        };
        var details = new Option<bool>("--details") { Description = "Lists the paragraphs that differ." };
        var command = new Command(
            "controls", "Counts false changes between captures that differ in markup only.") { revisions, details };
        command.SetAction(parse => Run(parse.GetRequiredValue(revisions), parse.GetValue(details)));
        return command;
    }

    private static void Run(DirectoryInfo revisions, bool details)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(
            new FileInfo(Path.Combine(revisions.FullName, "html.tar.gz")));
        var extractor = new HtmlArticleExtractor();
        var tallies = new SortedDictionary<string, (int Pairs, int Changed)>(StringComparer.Ordinal);
        foreach (FileInfo file in revisions.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (string line in Archive.ReadLines(file))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                string kind = document.RootElement.GetProperty("kind").GetString()!;
                if (kind.StartsWith("control", StringComparison.Ordinal)
                    || kind.StartsWith("html_pair", StringComparison.Ordinal))
                {
                    Compare(extractor, pages, document.RootElement, kind, tallies, details);
                }
            }
        }

        foreach ((string kind, (int pairs, int changed)) in tallies)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{kind}: {changed} of {pairs} pairs show a change"));
        }
    }

    private static void Compare(
        HtmlArticleExtractor extractor,
        SortedDictionary<string, string> pages,
        JsonElement row,
        string kind,
        SortedDictionary<string, (int Pairs, int Changed)> tallies,
        bool details)
    {
        string id = row.GetProperty("id").GetString()!;
        string address = row.GetProperty("url").GetString()!;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
            && !Uri.TryCreate("https://" + address, UriKind.Absolute, out url))
        {
            url = new Uri("https://example.org/");
        }

        List<Article?> versions = [.. row.GetProperty("versions").EnumerateArray()
            .Where(version => version.TryGetProperty("html_file", out _))
            .Select(version => pages[version.GetProperty("html_file").GetString()!])
            .Select(html => extractor.Extract(new ExtractionRequest { Html = html, Url = url }).Article)];
        foreach ((Article? before, Article? after) in versions.Zip(versions.Skip(1)))
        {
            bool isChanged = before is null || after is null || !before.HasSameContentAs(after);
            (int pairs, int changed) = tallies.GetValueOrDefault(kind);
            tallies[kind] = (pairs + 1, changed + (isChanged ? 1 : 0));
            if (isChanged)
            {
                Console.WriteLine($"{kind} {id}");
                if (details)
                {
                    PrintDifference(before, after);
                }
            }
        }
    }

    private static void PrintDifference(Article? before, Article? after)
    {
        string[] old = [before?.Title ?? "(no article)", .. before?.Paragraphs.Select(Describe) ?? []];
        string[] current = [after?.Title ?? "(no article)", .. after?.Paragraphs.Select(Describe) ?? []];
        foreach (string line in old.Except(current, StringComparer.Ordinal))
        {
            Console.WriteLine($"  - {line}");
        }

        foreach (string line in current.Except(old, StringComparer.Ordinal))
        {
            Console.WriteLine($"  + {line}");
        }
    }

    private static string Describe(Paragraph paragraph) => $"[{paragraph.Kind}] {paragraph.Text}";
}
