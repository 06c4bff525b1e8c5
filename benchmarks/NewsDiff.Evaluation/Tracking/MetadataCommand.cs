using System.CommandLine;
using System.Text.Json;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>Counts what is changed around the text between captures of the same page, by field.</summary>
internal static class MetadataCommand
{
    public static Command Create()
    {
        var revisions = new Option<DirectoryInfo?>("--revisions")
        {
            Description = "A folder with html.tar.gz and the *.jsonl.gz that name its files.",
        };
        var stability = new Option<FileInfo?>("--stability")
        {
            Description = "Pages as a .tar.gz with a folder per variant, one of them 'base'.",
        };
        var list = new Option<bool>("--list") { Description = "Lists each change." };
        var command = new Command("metadata", "Counts changes around the text between captures of one page.")
        {
            revisions, stability, list,
        };
        command.SetAction(parse => Run(parse.GetValue(revisions), parse.GetValue(stability), parse.GetValue(list)));
        return command;
    }

    private static void Run(DirectoryInfo? revisions, FileInfo? stability, bool list)
    {
        var tallies = new SortedDictionary<string, MetadataTally>(StringComparer.Ordinal);
        IEnumerable<(string Set, string Id, Article Before, Article After)> pairs =
        [
            .. revisions is null ? [] : ReadRevisions(revisions),
            .. stability is null ? [] : ReadVariants(stability),
        ];
        foreach ((string set, string id, Article before, Article after) in pairs)
        {
            if (!tallies.TryGetValue(set, out MetadataTally? tally))
            {
                tallies[set] = tally = new MetadataTally();
            }

            bool isText = !before.HasSameContentAs(after);
            foreach (MetadataChange change in tally.Add(before, after, isText))
            {
                if (list)
                {
                    Console.WriteLine($"{set} {id} {(isText ? "text too" : "text same")} {change}");
                }
            }
        }

        foreach ((string set, MetadataTally tally) in tallies)
        {
            tally.Print(set, Console.Out);
        }
    }

    private static IEnumerable<(string Set, string Id, Article Before, Article After)> ReadRevisions(
        DirectoryInfo revisions)
    {
        SortedDictionary<string, string> pages = Archive.ReadPages(
            new FileInfo(Path.Combine(revisions.FullName, "html.tar.gz")));
        foreach (FileInfo file in revisions.GetFiles("*.jsonl.gz").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (string line in Archive.ReadLines(file))
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement row = document.RootElement;
                string address = row.GetProperty("url").GetString() ?? "https://example.org/";
                var url = new Uri(address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address);
                List<Article> versions = [.. row.GetProperty("versions").EnumerateArray()
                    .Where(version => version.TryGetProperty("html_file", out _))
                    .Select(version => Read(pages[version.GetProperty("html_file").GetString()!], url))
                    .OfType<Article>()];
                foreach ((Article before, Article after) in versions.Zip(versions.Skip(1)))
                {
                    yield return (
                        row.GetProperty("kind").GetString()!, row.GetProperty("id").GetString()!, before, after);
                }
            }
        }
    }

    private static IEnumerable<(string Set, string Id, Article Before, Article After)> ReadVariants(FileInfo file)
    {
        var pages = Archive.ReadPages(file).Select(static page => (Parts: page.Key.Split('/', 2), page.Value))
            .ToLookup(static page => page.Parts[0], static page => (Name: page.Parts[1], Html: page.Value));
        var url = new Uri("https://example.org/");
        Dictionary<string, Article?> originals = pages["base"].ToDictionary(
            static page => page.Name, page => Read(page.Html, url), StringComparer.Ordinal);
        foreach (IGrouping<string, (string Name, string Html)> variant in pages.Where(set => set.Key != "base"))
        {
            foreach ((string name, string html) in variant)
            {
                if (originals[name] is { } before && Read(html, url) is { } after)
                {
                    yield return ($"variant {variant.Key}", name, before, after);
                }
            }
        }
    }

    private static Article? Read(string html, Uri url) =>
        new HtmlArticleExtractor().Extract(new ExtractionRequest { Html = html, Url = url }).Article;
}
