using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>
/// Finds visits to sites that the table of due sites lacks because another program wrote to the file.
/// </summary>
/// <remarks>
/// Triggers are switched off, so that only this library updates the table. A claim that finds nothing due looks again
/// whenever another connection has written since.
/// </remarks>
internal sealed class SiteRepair
{
    private long? _seen;

    /// <summary>Adds the missing sites, due at once; the claim corrects their times.</summary>
    /// <returns>Whether any was missing.</returns>
    public bool Run(SqliteConnection connection)
    {
        long now = connection.Query("PRAGMA data_version", row => row.GetInt64(0))[0];
        if (now == _seen)
        {
            return false;
        }

        _seen = now;
        return connection.Execute(
            $"""
             WITH RECURSIVE kinds (kind) AS (SELECT DISTINCT kind FROM visit WHERE kind IN ({VisitTable.KnownKinds})),
             known (kind, site) AS (
                 SELECT kind, (SELECT min(v.site) FROM visit v WHERE v.kind = kinds.kind AND v.due_at IS NOT NULL)
                 FROM kinds
                 UNION ALL
                 SELECT kind, (SELECT min(v.site) FROM visit v
                     WHERE v.kind = known.kind AND v.due_at IS NOT NULL AND v.site > known.site)
                 FROM known WHERE site IS NOT NULL)
             INSERT INTO site_due (name, feed_due_at, article_due_at)
             SELECT DISTINCT site, 0, 0 FROM known
             WHERE site IS NOT NULL AND NOT EXISTS (SELECT 1 FROM site_due s WHERE s.name = known.site)
             """) > 0;
    }
}
