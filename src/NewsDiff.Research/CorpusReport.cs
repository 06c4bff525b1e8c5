using NewsDiff.Research.Import;
using NewsDiff.Research.Report;

namespace NewsDiff.Research;

/// <summary>Writes the usual figures of a corpus as one page of HTML.</summary>
/// <remarks>
/// The page needs no other file and has no script. Shares of articles have Wilson intervals; all else has intervals of
/// a bootstrap over articles with a fixed seed, all at 95 %. The same articles give the same bytes. What is kept in
/// memory does not grow with their number.
/// </remarks>
public static class CorpusReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="articles">The articles, one after the other.</param>
    /// <param name="writer">Where the page is written.</param>
    /// <param name="options">What the page says about itself; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <returns>The number of articles.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static async Task<long> WriteAsync(
        IAsyncEnumerable<ArticleHistory> articles,
        TextWriter writer,
        CorpusReportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(writer);
        options ??= CorpusReportOptions.Default;
        var figures = new CorpusFigures();
        IAsyncEnumerable<ArticleFigures> computed = OrderedWork.RunAsync(
            articles,
            article => Task.Run(() => ArticleFigures.Compute(article), cancellationToken),
            options.Workers * 2,
            cancellationToken);
        await foreach (ArticleFigures article in computed.ConfigureAwait(false))
        {
            figures.Add(article);
        }

        new ReportPage(writer, figures, options).Write();
        return figures.Articles;
    }
}
