using System.Text;
using System.Text.Json;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Evaluation.Robots;

/// <summary>Scores one case of a robots.txt.</summary>
internal static class RobotsCase
{
    /// <summary>
    /// Scores a case that brings its file; where two references disagree, the one of RFC 9309's authors is taken, and
    /// counted apart.
    /// </summary>
    public static void CountUnit(JsonElement row, Tally tally)
    {
        RobotsFile file = RobotsFile.Parse(Encoding.UTF8.GetBytes(Text(row, "robots")));
        string agent = Text(row, "agent");
        switch (Text(row, "op"))
        {
            case "can_fetch":
                bool isContested = row.TryGetProperty("contested", out JsonElement contested)
                    && contested.ValueKind == JsonValueKind.True;
                bool expected = row.GetProperty(isContested ? "google_oracle" : "allowed").GetBoolean();
                string name = isContested
                    ? "unit, contested, by the reference"
                    : Text(row, "suite") == "google"
                    ? "unit, the reference's own tests"
                    : "unit, uncontested";
                RobotsVerdict verdict = file.Check(agent, PathOf(Text(row, "url")));
                tally.Count(
                    name,
                    verdict.IsAllowed == expected,
                    $"{Text(row, "test")} {agent} {Text(row, "url")}: {expected}, by '{verdict.Rule}'");
                break;
            case "crawl_delay":
                double? seconds = row.GetProperty("value").ValueKind == JsonValueKind.Number
                    ? row.GetProperty("value").GetDouble()
                    : null;
                double? actual = file.CrawlDelayOf(agent)?.TotalSeconds;
                tally.Count(
                    "unit, crawl delay", actual == seconds, $"{Text(row, "test")} {agent}: {seconds}, got {actual}");
                break;
        }
    }

    /// <summary>Scores a verdict on a file of the corpus.</summary>
    public static void CountReal(JsonElement row, Dictionary<string, RobotsFile> files, Tally tally)
    {
        bool expected = row.GetProperty("allowed").GetBoolean();
        RobotsVerdict verdict = files[Text(row, "file")].Check(Text(row, "agent"), PathOf(Text(row, "url")));
        tally.Count(
            "real",
            verdict.IsAllowed == expected,
            $"{Text(row, "file")} {Text(row, "agent")} {Text(row, "url")}: {expected}, by '{verdict.Rule}'");
    }

    /// <summary>The path with query that a request for an address names.</summary>
    public static string PathOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && !address.IsFile
            ? address.PathAndQuery
            : url.StartsWith('/')
            ? url
            : "/" + url;

    /// <summary>A text of a row; empty when it is not there.</summary>
    public static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
