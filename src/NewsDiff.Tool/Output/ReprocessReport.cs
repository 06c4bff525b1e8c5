using System.Globalization;
using NewsDiff.Archives;

namespace NewsDiff.Tool.Output;

/// <summary>Reports on reprocessed articles: some changed texts, those left alone, and totals.</summary>
internal sealed class ReprocessReport(Screen screen, bool isJson, bool isDryRun)
{
    private int _articles;
    private int _versions;
    private int _texts;
    private int _missing;
    private int _refused;
    private int _shown;

    /// <summary>How many changed texts are shown.</summary>
    internal required int Shown { get; init; }

    internal async Task WriteAllAsync(IAsyncEnumerable<ReprocessedArticle> articles)
    {
        await foreach (ReprocessedArticle article in articles.ConfigureAwait(false))
        {
            Count(article);
            if (isJson)
            {
                await screen.WriteLineAsync(JsonOf(article)).ConfigureAwait(false);
            }
            else if (article.Status == ReprocessStatus.Refused)
            {
                screen.Say($"{ShortId.Of(article.ArticleId)} stays as it is. {article.Reason}");
            }
            else
            {
                await ShowAsync(article).ConfigureAwait(false);
            }
        }

        await WriteSumsAsync().ConfigureAwait(false);
    }

    private void Count(ReprocessedArticle article)
    {
        _articles += article.Status == ReprocessStatus.Replaced ? 1 : 0;
        _missing += article.Status == ReprocessStatus.PageMissing ? 1 : 0;
        _refused += article.Status == ReprocessStatus.Refused ? 1 : 0;
        _versions += article.Readings.Length;
        _texts += article.Readings.Count(static reading => reading.IsTextChanged);
    }

    private async Task ShowAsync(ReprocessedArticle article)
    {
        foreach (RereadVersion reading in article.Readings.Where(static reading => reading.IsTextChanged))
        {
            if (++_shown > Shown)
            {
                return;
            }

            await screen.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{ShortId.Of(article.ArticleId)}, version {reading.Former.Number}, read by extractor "
                + $"{reading.Former.ExtractorVersion} and now by {reading.Now.ExtractorVersion}:"))
                .ConfigureAwait(false);
            await screen.WriteDiffAsync(ArticleDiff.Compute(reading.Former.Article, reading.Now.Article))
                .ConfigureAwait(false);
        }
    }

    private Task WriteSumsAsync() => screen.WriteLineAsync(isJson
        ? JsonLine.Of(json =>
        {
            json.WriteBoolean("isDryRun", isDryRun);
            json.WriteNumber("articles", _articles);
            json.WriteNumber("versions", _versions);
            json.WriteNumber("changedTexts", _texts);
            json.WriteNumber("pageMissing", _missing);
            json.WriteNumber("refused", _refused);
        })
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(isDryRun ? "Would read" : "Read")} {Count(_versions, "version")} of "
            + $"{Count(_articles, "article")} again; {Count(_texts, "text")} "
            + $"{(isDryRun ? "would change" : "changed")}. Left as they are: {_missing} without all pages, "
            + $"{_refused} refused."));

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static string JsonOf(ReprocessedArticle article) => JsonLine.Of(json =>
    {
        json.WriteString("article", article.ArticleId);
        json.WriteString("status", Words.Of(article.Status));
        if (article.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteStartArray("versions");
        foreach (RereadVersion reading in article.Readings)
        {
            json.WriteStartObject();
            json.WriteNumber("number", reading.Former.Number);
            json.WriteNumber("formerExtractor", reading.Former.ExtractorVersion);
            json.WriteNumber("extractor", reading.Now.ExtractorVersion);
            json.WriteBoolean("isTextChanged", reading.IsTextChanged);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
