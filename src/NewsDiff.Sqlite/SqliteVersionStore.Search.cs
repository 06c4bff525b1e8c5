using NewsDiff.Search;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<SearchHit> SearchAsync(
        string query, string? after = null, CancellationToken cancellationToken = default)
    {
        SearchExpression expression = SearchParser.Parse(query);
        long before = SearchId.FromCursor(after);
        return new SearchPages(
            _database,
            "search_text f CROSS JOIN search_row r ON r.id = f.rowid",
            "f.rowid",
            "search_text MATCH @terms",
            SqliteSearchTerms.Of(expression),
            expression).ReadAsync(before, cancellationToken);
    }
}
