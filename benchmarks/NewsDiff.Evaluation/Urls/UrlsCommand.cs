using System.CommandLine;
using System.Text.Json;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Identity;

namespace NewsDiff.Evaluation.Urls;

/// <summary><c>urls DIR</c>: which addresses are taken for one article, how links resolve, and how fast.</summary>
internal static class UrlsCommand
{
    private const int TimedUrls = 2_000_000;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>(
            "DIR")
        { Description = "A folder of .jsonl or .jsonl.gz files of cases." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command("urls", "Scores the identity of addresses, and times it.") { folder, json };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder), parse.GetValue(json)));
        return command;
    }

    private static void Run(DirectoryInfo folder, bool isJson)
    {
        var tally = new Tally();
        var effort = new Effort();
        var urls = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileInfo file in folder.GetFiles("*.jsonl*").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (JsonElement row in Archive.ReadLines(file).Select(line => JsonElement.Parse(line)))
            {
                _ = effort.Measure(() =>
                {
                    UrlCase.Count(row, tally);
                    return 0;
                });
                CollectUrls(row, urls);
            }
        }

        Uri[] web = [.. urls.Select(text => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? url : null)
            .OfType<Uri>()
            .Where(url => url.Scheme is "http" or "https")];
        foreach (Uri url in web)
        {
            Uri once = UrlCanonicalizer.Canonicalize(url);
            Uri twice = UrlCanonicalizer.Canonicalize(new Uri(once.AbsoluteUri));
            tally.Count(
                "idempotent", once.AbsoluteUri == twice.AbsoluteUri, $"{url.OriginalString}: {once}, then {twice}");
        }

        Dictionary<string, double> figures = effort.ToFigures();
        figures["URLs canonicalised per second"] = Speed(web);
        tally.Print(figures, isJson);
    }

    private static void CollectUrls(JsonElement element, HashSet<string> urls)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String
                when element.GetString() is { } text && text.StartsWith("http", StringComparison.OrdinalIgnoreCase):
                urls.Add(text);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    CollectUrls(item, urls);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    CollectUrls(property.Value, urls);
                }

                break;
        }
    }

    /// <summary>How many addresses one core makes canonical per second, parsing included.</summary>
    private static double Speed(Uri[] urls)
    {
        string[] texts = [.. urls.Select(url => url.OriginalString)];
        double start = 0;
        for (int i = -TimedUrls / 4; i < TimedUrls; i++)
        {
            // The first quarter only warms up.
            start = i == 0 ? CpuClock.Now() : start;
            _ = UrlCanonicalizer.Canonicalize(new Uri(texts[(i + TimedUrls) % texts.Length]));
        }

        return TimedUrls / (CpuClock.Now() - start) * 1e6;
    }
}
