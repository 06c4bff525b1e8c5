using System.CommandLine;
using System.Globalization;
using NewsDiff.Extraction;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Measures how many pages keep their text when only what is around it changes.</summary>
internal static class StabilityCommand
{
    private const string BaseVariant = "base";

    public static Command Create()
    {
        var pages = new Option<FileInfo>("--pages")
        {
            Description = "The pages, a .tar.gz with a folder per variant, one of them 'base'.",
            Required = true,
        };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the texts as JSON." };
        var command = new Command(
            "stability", "Counts the pages whose text changes when only what is around it does.") { pages, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(pages), parse.GetValue(output)));
        return command;
    }

    private static void Run(FileInfo pagesFile, FileInfo? output)
    {
        var extractor = new HtmlArticleExtractor();
        var variants = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach ((string path, string html) in Archive.ReadPages(pagesFile))
        {
            string[] parts = path.Split('/', 2);
            var request = new ExtractionRequest { Html = html, Url = new Uri("https://example.org/") };
            string text = ResultFile.TextOf(extractor.Extract(request).Article);
            if (!variants.TryGetValue(parts[0], out SortedDictionary<string, string>? texts))
            {
                variants[parts[0]] = texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            }

            texts[Path.GetFileNameWithoutExtension(parts[1])] = text;
        }

        SortedDictionary<string, string> originals = variants[BaseVariant];
        foreach ((string variant, SortedDictionary<string, string> texts) in variants.Where(
            pair => pair.Key != BaseVariant))
        {
            List<string> changed = [.. originals
                .Where(page => !BodyScore.Words(page.Value).SequenceEqual(BodyScore.Words(texts[page.Key])))
                .Select(page => page.Key)];
            int kept = originals.Count - changed.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{variant}: {kept}/{originals.Count} unchanged ({100.0 * kept / originals.Count:F1} %)"));
            changed.ForEach(id => Console.WriteLine($"  {id}"));
        }

        if (output is not null)
        {
            ResultFile.WriteVariants(output, variants);
        }
    }
}
