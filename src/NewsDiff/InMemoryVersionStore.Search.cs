using NewsDiff.Search;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly Dictionary<string, List<(long Id, SearchRow Row)>> _rows = [];
    private readonly Dictionary<string, int> _searched = [];
    private int _lastRow;

    /// <inheritdoc/>
    public IAsyncEnumerable<SearchHit> SearchAsync(
        string query, string? after = null, CancellationToken cancellationToken = default)
    {
        SearchExpression expression = SearchParser.Parse(query);
        long before = SearchId.FromCursor(after);
        return StreamAsync(() => Find(expression, before), cancellationToken);
    }

    private List<SearchHit> Find(SearchExpression expression, long before)
    {
        lock (_gate)
        {
            // Hosts that never search pay nothing.
            foreach ((string articleId, List<ArticleVersion> history) in _versionsByArticle)
            {
                foreach (ArticleVersion version in history.Skip(_searched.GetValueOrDefault(articleId)))
                {
                    AddRows(version);
                }

                _searched[articleId] = history.Count;
            }

            long since = SearchId.FirstOf(expression.Since ?? 0);
            long until = Math.Min(before, SearchId.FirstOf(expression.Until ?? long.MaxValue));
            return
            [
                .. from article in _rows
                   from entry in article.Value
                   where entry.Id < until && entry.Id >= since
                   where expression.Matches(entry.Row.Terms, MarksOf(article.Key, entry.Row))
                   orderby entry.Id descending
                   select ToHit(entry.Id, article.Key, entry.Row, expression),
            ];
        }
    }

    /// <summary>The marks of a row; an article may get its source after its first version.</summary>
    private IReadOnlyCollection<string> MarksOf(string articleId, SearchRow row) =>
        _articles.GetValueOrDefault(articleId)?.Source is { } source
            ? [.. row.Marks, SearchMark.Source(source)]
            : row.Marks;

    private SearchHit ToHit(long id, string articleId, SearchRow row, SearchExpression expression)
    {
        int number = row.Form == SearchForm.Removed ? row.Last!.Value : row.First;
        return SearchHits.Of(
            id, row.First, row.Last, row.Place, _versionsByArticle[articleId][number - 1], expression);
    }

    /// <summary>Makes the next search read all versions of an article again; the caller holds the gate.</summary>
    private void ForgetRows(string articleId)
    {
        _rows.Remove(articleId);
        _searched.Remove(articleId);
    }

    private void AddRows(ArticleVersion version)
    {
        if (!version.HasText)
        {
            return;
        }

        if (!_rows.TryGetValue(version.ArticleId, out List<(long Id, SearchRow Row)>? rows))
        {
            _rows[version.ArticleId] = rows = [];
        }

        Dictionary<long, int> standing = [];
        foreach ((_, SearchRow row) in rows.Where(entry => entry.Row is { Form: SearchForm.Whole, Last: null }))
        {
            standing[row.Hash] = row.First;
        }

        ArticleVersion? before = version.Number > 1 ? Predecessor(version) : null;
        var lifetimes = Lifetimes.Compute(standing, before, version, source: null);
        rows.RemoveAll(entry => entry.Row.Form == SearchForm.Removed && lifetimes.Begun.Contains(entry.Row.Hash));
        for (int i = 0; i < rows.Count; i++)
        {
            (long id, SearchRow row) = rows[i];
            if (row.Last is null && lifetimes.Ended.Contains(row.Hash))
            {
                rows[i] = (id, row with { Last = before?.Number ?? version.Number - 1 });
            }
        }

        rows.AddRange(lifetimes.Rows.Select(row => (SearchId.FirstOf(version) + ++_lastRow, row)));
    }
}
