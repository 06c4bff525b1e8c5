using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Keeps the search index of a file in step with its versions, within the caller's transaction.</summary>
internal static class SqliteSearch
{
    /// <summary>Rewrites the rows of an article from the versions that the file has now.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="articleId">The article.</param>
    public static void Renew(SqliteConnection connection, string articleId)
    {
        long history = connection.Query(
            "SELECT key FROM history WHERE article_id = @article", row => row.GetInt64(0), ("@article", articleId))
            .FirstOrDefault();
        if (history == 0 || FindBuilt(connection) is not { } built)
        {
            return;
        }

        using var writer = new SqliteSearchWriter(connection);
        writer.Remove("history = @history", ("@history", history));
        var chain = new VersionChain();
        List<VersionRow?> rows = connection.Query(
            SearchTable.History("", history), row => SearchTable.ReadIfWhole(chain, row, withPredecessor: false));
        ArticleVersion? before = null;
        foreach (VersionRow row in rows.OfType<VersionRow>()
            .Where(row => row.Sequence <= built))
        {
            writer.Add(history, before, row.Version);
            before = row.Version;
        }

        writer.Complete();
    }

    /// <summary>How far the index is built; null when the file has none.</summary>
    public static long? FindBuilt(SqliteConnection connection) => connection.Query(
        SearchTable.Built(prefix: ""), row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0)).FirstOrDefault();
}
