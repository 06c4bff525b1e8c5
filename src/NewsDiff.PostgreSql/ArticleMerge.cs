using NewsDiff.Sql;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Merges two articles.</summary>
internal static class ArticleMerge
{
    /// <summary>Moves keys and feeds of one article to another.</summary>
    /// <returns>False when one of them is missing or already merged; nothing is written then.</returns>
    public static async Task<bool> TryWriteAsync(
        PostgreSqlConnection connection, string articleId, string intoId, CancellationToken cancellationToken)
    {
        (string, object?)[] parameters = [("@id", articleId), ("@into", intoId)];
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            // Both rows are locked in one order everywhere: crossing merges wait for each other instead of deadlocking.
            List<string> standing = await connection.QueryAsync(
                $"""
                SELECT id FROM {connection.Prefix}article
                WHERE id IN (@id, @into) AND merged_into IS NULL ORDER BY id FOR UPDATE
                """,
                row => row.Text(0),
                parameters,
                cancellationToken).ConfigureAwait(false);
            if (standing.Count < 2)
            {
                return false;
            }

            await connection.ExecuteAsync(Statements(connection.Prefix), parameters, cancellationToken)
                .ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private static string Statements(string prefix) =>
        $"""
        UPDATE {prefix}article SET merged_into = @into WHERE id = @id OR merged_into = @id;

        UPDATE {prefix}article_key SET article_id = @into, ordinal = ordinal
            + (SELECT coalesce(max(ordinal), 0) FROM {prefix}article_key WHERE article_id = @into)
        WHERE article_id = @id;

        INSERT INTO {prefix}article_feed (article_id, feed, ordinal, first_seen_at)
        SELECT @into, feed, ordinal + 1
            + (SELECT coalesce(max(ordinal), 0) FROM {prefix}article_feed WHERE article_id = @into),
            (SELECT first_seen_at FROM {prefix}article WHERE id = @into)
        FROM {prefix}article_feed WHERE article_id = @id ON CONFLICT DO NOTHING;

        DELETE FROM {prefix}article_feed WHERE article_id = @id;
        """;
}
