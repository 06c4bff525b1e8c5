using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDiff.Research;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Exports;

/// <summary>Writes articles as tables, and shows its progress.</summary>
internal sealed class TableExport(Screen screen, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // The exporter asks for the source of an article while it has it.
    private readonly ConditionalWeakTable<ArticleHistory, string> _sources = [];
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _shown;
    private long _articles;

    internal async Task<int> RunAsync(
        IAsyncEnumerable<SelectedArticle> articles, string folder, CorpusExportOptions options, CancellationToken stop)
    {
        options = options with { SourceOf = article => _sources.TryGetValue(article, out string? name) ? name : null };
        IReadOnlyDictionary<string, long> rows =
            await CorpusExporter.ExportAsync(CountAsync(articles, stop), folder, options, stop).ConfigureAwait(false);
        screen.ClearProgress();
        screen.Say($"{Summary()}: {string.Join(", ", rows.Select(static table => string.Create(
            CultureInfo.InvariantCulture, $"{table.Value:N0} {table.Key}")))}.");
        return ExitCodes.Success;
    }

    private async IAsyncEnumerable<ArticleHistory> CountAsync(
        IAsyncEnumerable<SelectedArticle> articles, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (SelectedArticle article in articles.WithCancellation(stop).ConfigureAwait(false))
        {
            _articles++;
            TimeSpan elapsed = clock.GetElapsedTime(_start);
            if (elapsed - _shown >= Pace)
            {
                _shown = elapsed;
                screen.ShowProgress(Summary());
            }

            if (article.Source is { } source)
            {
                _sources.Add(article.History, source);
            }

            yield return article.History;
        }
    }

    private string Summary()
    {
        double seconds = Math.Max(clock.GetElapsedTime(_start).TotalSeconds, 0.001);
        return string.Create(
            CultureInfo.InvariantCulture, $"{_articles:N0} articles, {_articles / seconds:N0} a second");
    }
}
