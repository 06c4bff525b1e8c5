using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>Reads versions, each from the rows of its chain: a keyframe, and the differences that lead to it.</summary>
/// <remarks>When successive versions are read, each is decoded from the one before, not from its keyframe.</remarks>
internal sealed class VersionChain
{
    private const int First = 3;

    private long _target;
    private long _key;
    private byte[]? _stored;
    private DecodedBody? _body;
    private ArticleVersion? _version;

    /// <summary>The last version that was read, for an append after it.</summary>
    public StoredHead Head => new(_key, _version!, _body!.Value, _stored!);

    /// <summary>The query for the chains of some versions.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="targets">
    /// A query for the versions: <c>sequence</c>, <c>target</c>, <c>first</c>, the first key of the chain, and
    /// <c>before</c>, the key of the predecessor if it is wanted.
    /// </param>
    /// <param name="order">The order of the versions, such as <c>t.sequence</c>.</param>
    /// <param name="knowsArticle">Whether the query gives <c>article_id</c> too.</param>
    public static string Select(string prefix, string targets, string order, bool knowsArticle = false) =>
        $"""
         SELECT t.sequence, t.target, t.before, {(knowsArticle ? "t" : "h")}.article_id,
             {VersionKey.NumberOf("c.id")} AS number, c.seen_at, c.content_hash, c.extractor_version, c.container,
             c.page_hash, c.doubt, c.depth, c.body, c.erased
         FROM ({targets}{(IsSqlite(prefix) ? "" : " OFFSET 0")}) t
         {(knowsArticle ? "" : $"LEFT JOIN {prefix}history h ON h.key = t.target >> {VersionKey.NumberBits}")}
         CROSS JOIN {Rows(prefix)}
         ORDER BY {order}, c.id
         """;

    /// <summary>The expression for the first key of a version's chain.</summary>
    /// <param name="alias">The alias of the version.</param>
    public static string FirstOf(string alias) => $"{alias}.id - {DepthOf(alias)}";

    /// <summary>The expression for the first key of the chain of a version and of its predecessor.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="alias">The alias of the version.</param>
    public static string FirstWithPredecessor(string prefix, string alias) =>
        $"""
         CASE WHEN {alias}.depth > 0 THEN {FirstOf(alias)} ELSE coalesce(
             (SELECT {FirstOf("p")} FROM {prefix}version p WHERE p.id = {PredecessorOf(prefix, alias)}), {alias}.id) END
         """;

    /// <summary>The expression for the key of the last earlier version that still has its text.</summary>
    /// <remarks>
    /// The version after an erased one is a keyframe. An erased version stores the number of the last one before it
    /// with a text.
    /// </remarks>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="alias">The alias of the version.</param>
    public static string PredecessorOf(string prefix, string alias) =>
        $"""
         {alias}.id - 1 - CASE WHEN {alias}.depth > 0 THEN 0 ELSE coalesce(
             (SELECT {VersionKey.NumberOf("e.id")} - e.kept_before FROM {prefix}version e
             WHERE e.id = {alias}.id - 1 AND e.erased IS NOT NULL), 0) END
         """;

    /// <summary>The condition that a version has its text, and an earlier one has its text too.</summary>
    /// <remarks>
    /// The query looks up a value, because EXISTS would let PostgreSQL read all versions into a table first.
    /// </remarks>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="alias">The alias of the version.</param>
    public static string IsChange(string prefix, string alias) =>
        $"""
         {alias}.erased IS NULL AND ({alias}.depth > 0 OR coalesce(
             (SELECT e.kept_before FROM {prefix}version e WHERE e.id = {alias}.id - 1), 1) <> 0)
         """;

    /// <summary>Reads the next row.</summary>
    /// <returns>The version, at the last row of its chain; null before.</returns>
    /// <exception cref="VersionStoreException">A row of the chain is damaged or missing.</exception>
    public VersionRow? Read(DbDataReader row, bool withPredecessor)
    {
        long target = row.GetInt64(1);
        var stored = new StoredRow(row, "version", First);
        long key = target - (target & VersionKey.MostNumber) + stored.Number(1, least: 0);
        if (target != _target)
        {
            // The version decoded last is reused if it is in the chain of this one.
            bool serves = _key >= key && _key <= target;
            (_target, _key, _body, _version) = serves ? (target, _key, _body, _version) : (target, 0, null, null);
        }

        if (key < _key)
        {
            return null;
        }

        ArticleVersion? before = withPredecessor && _key == row.GetInt64(2) ? _version : null;
        Decode(stored, row, key, isWanted: key == target || (withPredecessor && key == row.GetInt64(2)));
        if (key < target)
        {
            return null;
        }

        return new VersionRow(
            row.GetInt64(0), target, _version!, withPredecessor ? before ?? throw Missing(stored) : null);
    }

    /// <summary>The rows of a version's chain, joined so that no database starts with this table.</summary>
    /// <remarks>
    /// SQLite keeps the order of a cross join, and has no LATERAL. PostgreSQL estimates a range of keys as a share of
    /// all versions, unless a limit corrects it.
    /// </remarks>
    private static string Rows(string prefix) => IsSqlite(prefix)
        ? "version c WHERE c.id BETWEEN t.first AND t.target AND (c.erased IS NULL OR c.id = t.target)"
        : $"""
           LATERAL (SELECT * FROM {prefix}version one WHERE one.id BETWEEN t.first AND t.target
               AND (one.erased IS NULL OR one.id = t.target)
               ORDER BY one.id LIMIT {VersionBody.LongestChain + 1}) c
           """;

    private static bool IsSqlite(string prefix) => prefix.Length == 0;

    // The mask keeps a hostile row from reading a whole history; a larger depth is refused when it is decoded.
    private static string DepthOf(string alias) => $"coalesce({alias}.depth & {VersionBody.LongestChain - 1}, 0)";

    private static VersionStoreException Missing(StoredRow stored) => stored.Unreadable(
        9, new FormatException("The previous version is missing."));

    private void Decode(StoredRow stored, DbDataReader row, long key, bool isWanted)
    {
        if (_key != key)
        {
            DecodedBody? before = _key == key - 1 ? _body : null;
            _body = stored.Read(9, (reader, column) => VersionBody.Decode(
                _stored = reader.GetFieldValue<byte[]>(column),
                checked((int)reader.GetInt64(column - 1)),
                new BodyPlace((int)(key & VersionKey.MostNumber), reader.GetFieldValue<byte[]>(First + 3)),
                before));
            (_key, _version) = (key, null);
        }

        if (isWanted)
        {
            _version ??= VersionRow.Read(row, First, _body!.Value.Json);
        }
    }
}
