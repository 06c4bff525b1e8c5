using System.Collections.Immutable;
using System.Text.Json;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Names every address of a served site in one language, by kind.</summary>
/// <param name="client">Follows lists to their ends.</param>
/// <param name="root">The path of the site's front page, without a slash at the end.</param>
/// <param name="hostile">What the site is made of.</param>
internal sealed class SiteWalk(HttpClient client, string root, HostileStore hostile)
{
    // A server refuses longer addresses.
    private const int LongestQuery = 1500;

    private static readonly string[] OfArticle =
    [
        "", "/diff/1/2", "/diff/1/2/inline", "/versions/1", "/versions/2", "/versions/1/origins", "/versions/2/origins",
    ];

    private static readonly string[] Lists =
        ["feeds", "sources", "sources/news.example", "?only=vanished", "?only=headline", "?since=2020-01-01", "none"];

    /// <summary>Every address, with the kind of what is there.</summary>
    /// <param name="texts">The harmful texts.</param>
    /// <param name="mostSearches">How many searches are made at most.</param>
    internal async IAsyncEnumerable<(string Kind, string Path)> GoAsync(
        ImmutableArray<string> texts, int mostSearches = int.MaxValue)
    {
        foreach (string id in hostile.Full)
        {
            foreach (string page in OfArticle)
            {
                yield return (KindOf(page), $"{root}/articles/{id}{page}");
            }

            foreach (string answer in (string[])["", "/versions/2", "/diff/1/2"])
            {
                yield return ("api", $"{root}/api/articles/{id}{answer}");
            }

            foreach (string feed in (string[])["atom", "rss", "json"])
            {
                yield return (feed, $"{root}/articles/{id}/changes.{feed}");
            }
        }

        foreach (string id in hostile.Single)
        {
            foreach (string page in (string[])["", "/diff/2/3", "/versions/1"])
            {
                yield return (KindOf(page), $"{root}/articles/{id}{page}");
            }
        }

        foreach (string list in Lists)
        {
            yield return ("lists", $"{root}/{list}");
        }

        await foreach ((string kind, string path) in PartsAsync())
        {
            yield return (kind, path);
        }

        foreach (string path in Searches(texts).Take(mostSearches))
        {
            yield return ("searches", path);
        }
    }

    /// <summary>The parts of all lists, each as the one before it names it.</summary>
    private async IAsyncEnumerable<(string Kind, string Path)> PartsAsync()
    {
        foreach ((string answer, string page) in new[] { ("api/changes", ""), ("api/articles", "articles") })
        {
            for (string? before = ""; before is not null;)
            {
                string query = before.Length == 0 ? "" : $"?before={Uri.EscapeDataString(before)}";
                yield return ("lists", $"{root}/{page}{query}");
                yield return ("api", $"{root}/{answer}{query}");
                using var part = JsonDocument.Parse(await client.GetStringAsync($"{root}/{answer}{query}"));
                before = part.RootElement.TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
            }
        }

        for (string? path = $"{root}/changes.json"; path is not null;)
        {
            foreach (string feed in (string[])["atom", "rss", "json"])
            {
                yield return (feed, path.Replace("changes.json", $"changes.{feed}", StringComparison.Ordinal));
            }

            using var part = JsonDocument.Parse(await client.GetStringAsync(path));
            path = part.RootElement.TryGetProperty("next_url", out JsonElement next)
                ? new Uri(next.GetString()!).PathAndQuery
                : null;
        }
    }

    /// <summary>Searches for the texts themselves, as many as a query may hold.</summary>
    private IEnumerable<string> Searches(ImmutableArray<string> texts)
    {
        yield return $"{root}/search?q=gull";
        yield return $"{root}/search?q=gull&after=%22%3E%3Cscript%3E";
        foreach (string query in Joined(texts, LongestQuery))
        {
            yield return $"{root}/search?q={Uri.EscapeDataString(query)}";
        }
    }

    /// <summary>The texts, one after the other, in as few stretches of a length as hold them.</summary>
    internal static IEnumerable<string> Joined(IEnumerable<string> texts, int longest)
    {
        string all = "";
        foreach (string text in texts.Select(text => text.Length <= longest ? text : text[..longest]))
        {
            if (all.Length + 1 + text.Length > longest)
            {
                yield return all;
                all = "";
            }

            all = all.Length == 0 ? text : $"{all} {text}";
        }

        yield return all;
    }

    private static string KindOf(string page) => page switch
    {
        "" => "articles",
        _ when page.EndsWith("origins", StringComparison.Ordinal) => "origins",
        _ when page.EndsWith("inline", StringComparison.Ordinal) => "comparisons inline",
        _ when page.StartsWith("/diff", StringComparison.Ordinal) => "comparisons",
        _ => "versions",
    };
}
