using NewsDiff.Search;
using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<SearchHit> SearchAsync(
        string query, string? after = null, CancellationToken cancellationToken = default)
    {
        SearchExpression expression = SearchParser.Parse(query);
        long before = SearchId.FromCursor(after);
        return new SearchPages(
            _database,
            $"{_database.Prefix}search_row r",
            "r.id",
            "r.terms @@ CAST(@terms AS tsquery)",
            PostgreSqlSearchTerms.Of(expression),
            expression).ReadAsync(before, cancellationToken);
    }
}
