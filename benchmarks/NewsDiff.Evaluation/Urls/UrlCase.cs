using System.Text.Json;
using NewsDiff.Addresses;
using NewsDiff.Identity;

namespace NewsDiff.Evaluation.Urls;

/// <summary>Scores one case by the form of its row.</summary>
internal static class UrlCase
{
    public static void Count(JsonElement row, Tally tally)
    {
        string? suite = TextOf(row, "suite");
        string? input = TextOf(row, "input");
        if (input is null)
        {
            return;
        }

        if (suite is null)
        {
            CountResolving(row, input, tally);
        }
        else if (TextOf(row, "same_as") is { } same)
        {
            tally.Count(
                suite,
                ArticleKeys.Compute(new Uri(input))[0] == ArticleKeys.Compute(new Uri(same))[0],
                $"{input} and {same}");
        }
        else if (TextOf(row, "expected") is { } expected)
        {
            // The address behind a redirector that tells nothing of it stands in the feed, not in the link.
            string name = suite == "feed-origlink" ? "feed-origlink (link alone)" : suite;
            string actual = UrlCanonicalizer.Canonicalize(new Uri(input)).AbsoluteUri;
            tally.Count(name, actual == expected, $"{input}: {expected}, got {actual}");
        }
        else
        {
            Uri url = new(input);
            Uri canonical = UrlCanonicalizer.Canonicalize(url);
            bool isShorter = canonical.AbsolutePath == url.AbsolutePath && canonical.AbsoluteUri.Length < input.Length;
            tally.Count(suite, isShorter, $"{input}: got {canonical.AbsoluteUri}");
        }
    }

    private static void CountResolving(JsonElement row, string input, Tally tally)
    {
        if (!(row.TryGetProperty("news_relevant", out JsonElement relevant) && relevant.GetBoolean()))
        {
            return;
        }

        string? href = TextOf(row, "href");
        string? start = TextOf(row, "base");
        string? baseUrl = start is null ? null : WebUrl.Resolve(start, baseUrl: null);
        string? resolved = start is not null && baseUrl is null ? null : WebUrl.Resolve(input, baseUrl);
        string? expected = href is not null && href.StartsWith("http", StringComparison.Ordinal) ? href : null;
        tally.Count("whatwg resolving", resolved == expected, $"'{input}' at '{start}': {expected}, got {resolved}");
        if (expected is not null)
        {
            Uri? asUri = Uri.TryCreate(resolved, UriKind.Absolute, out Uri? url) ? url : null;
            tally.Count(
                "whatwg, as System.Uri writes it", asUri?.AbsoluteUri == expected, $"{expected}: {asUri?.AbsoluteUri}");
        }
    }

    private static string? TextOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
