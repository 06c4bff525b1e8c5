using System.Text.Json;

namespace NewsDiff.Tool.Output;

/// <summary>One outcome of a check as JSON.</summary>
internal static class OutcomeJson
{
    internal static void Write(Utf8JsonWriter json, CheckOutcome outcome, int? revertedTo)
    {
        json.WriteString("event", Words.Of(outcome.Kind));
        json.WriteString("url", outcome.Url.AbsoluteUri);
        json.WriteString("status", Words.Of(outcome.Status));
        json.WriteString("checkedAt", outcome.CheckedAt);
        if (outcome.ArticleId is { } id)
        {
            json.WriteString("article", id);
        }

        if (outcome.Version is { } version)
        {
            json.WriteNumber("version", version.Number);
            json.WriteString("title", version.Article.Title);
        }

        if (outcome.Change is { } change)
        {
            DiffStatistics words = change.Diff.Statistics;
            json.WriteNumber("wordsInserted", words.WordsInserted);
            json.WriteNumber("wordsDeleted", words.WordsDeleted);
            if (revertedTo is { } number)
            {
                json.WriteNumber("revertedTo", number);
            }
        }

        JsonLine.WriteTime(json, "nextCheckAt", outcome.NextCheckAt);
        if (outcome.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }
}
