using System.Data.Common;
using System.Globalization;
using NewsDiff.Search;

namespace NewsDiff.Sql;

/// <summary>The rows of the search index, as all databases store them.</summary>
/// <remarks>
/// A text is stored once: in its version, where <c>place</c> finds it. <c>store.search_built</c> says how far the index
/// is: null for none, then the sequence of the last version in it, then <see cref="Complete"/>.
/// </remarks>
internal static class SearchTable
{
    /// <summary>The index has all versions, and each append writes to it.</summary>
    public const long Complete = long.MaxValue;

    /// <summary>The versions that are indexed in one transaction.</summary>
    public const int Portion = 500;

    /// <summary>The columns of a row, beginning with its number.</summary>
    public const string Columns = "id, history, first, last, place, hash, form";

    /// <summary>The query for the state of the index.</summary>
    public static string Built(string prefix) => $"SELECT search_built FROM {prefix}store";

    /// <summary>The statement that says how far the index is, and how many damaged versions it leaves out.</summary>
    public static string Advance(string prefix) =>
        $"UPDATE {prefix}store SET search_built = @built, search_skipped = search_skipped + @skipped";

    /// <summary>The query for the texts of the latest version in the index.</summary>
    public static string Standing(string prefix) =>
        $"SELECT DISTINCT hash, first FROM {prefix}search_row WHERE {IsStanding} AND form = {(int)SearchForm.Whole}";

    /// <summary>The statement that marks texts as ended.</summary>
    public static string End(string prefix, IEnumerable<long> hashes) =>
        $"UPDATE {prefix}search_row SET last = @last WHERE {IsStanding} AND hash IN ({List(hashes)})";

    /// <summary>The condition for removed texts that returned.</summary>
    public static string HasReturned(IEnumerable<long> hashes) =>
        $"history = @history AND form = {(int)SearchForm.Removed} AND hash IN ({List(hashes)})";

    /// <summary>The query for some versions by their keys.</summary>
    public static string Versions(string prefix, IEnumerable<long> keys) => VersionChain.Select(
        prefix,
        $"""
         SELECT v.sequence, v.id AS target, {VersionChain.FirstOf("v")} AS first, 0 AS before
         FROM {prefix}version v WHERE v.id IN ({List(keys)})
         """,
        "t.target");

    /// <summary>The query for the next versions after <c>@built</c>, each with the one before.</summary>
    public static string Next(string prefix) => VersionChain.Select(
        prefix,
        $"""
         SELECT v.sequence, v.id AS target, {VersionChain.FirstWithPredecessor(prefix, "v")} AS first,
             {VersionChain.PredecessorOf(prefix, "v")} AS before
         FROM {prefix}version v WHERE v.sequence > @built ORDER BY v.sequence LIMIT {Portion}
         """,
        "t.sequence");

    /// <summary>The query for all versions of a history.</summary>
    public static string History(string prefix, long history) => VersionChain.Select(
        prefix,
        $"""
         SELECT v.sequence, v.id AS target, {VersionChain.FirstOf("v")} AS first, 0 AS before FROM {prefix}version v
         WHERE v.id BETWEEN {history * VersionKey.HistoryStep} AND {((history + 1) * VersionKey.HistoryStep) - 1}
         """,
        "t.target");

    /// <summary>The query for the source of the article whose history has a key.</summary>
    public static string Source(string prefix) =>
        $"""
         SELECT a.source FROM {prefix}history h JOIN {prefix}article a ON a.id = h.article_id
         WHERE h.key = @history AND a.source IS NOT NULL
         """;

    /// <summary>Reads a version of <see cref="Next"/>.</summary>
    /// <returns>Null for the other rows of its chain, and for a damaged or erased version.</returns>
    /// <remarks>A damaged version is left out of the index; reading it reports the damage.</remarks>
    /// <param name="chain">The chain that the row belongs to.</param>
    /// <param name="row">The row.</param>
    /// <param name="withPredecessor">Whether the previous version is wanted.</param>
    /// <param name="damaged">Gets the keys of damaged versions; or null.</param>
    public static VersionRow? ReadIfWhole(
        VersionChain chain, DbDataReader row, bool withPredecessor, HashSet<long>? damaged = null)
    {
        bool mayHavePredecessor = withPredecessor && (row.GetInt64(1) & VersionKey.MostNumber) > 1;
        VersionRow? found = TryRead(chain, row, mayHavePredecessor, damaged);
        if (found is null && mayHavePredecessor)
        {
            // All versions before may be erased.
            found = TryRead(chain, row, withPredecessor: false, damaged);
        }

        if (found is not null)
        {
            damaged?.Remove(row.GetInt64(1));
        }

        return found is { Version.HasText: true } ? found : null;
    }

    private static VersionRow? TryRead(
        VersionChain chain, DbDataReader row, bool withPredecessor, HashSet<long>? damaged)
    {
        try
        {
            return chain.Read(row, withPredecessor);
        }
        catch (VersionStoreException)
        {
            damaged?.Add(row.GetInt64(1));
            return null;
        }
    }

    /// <summary>The exception for a database without a finished index.</summary>
    public static VersionStoreException Missing(bool isBegun) => new(isBegun
        ? "The search index is not finished yet. Wait, or run 'newsdiff search --build' if no process is building it."
        : "The database has no search index. Run 'newsdiff search --build', or open the store with Search = true.")
    {
        IsUnsearchable = true,
    };

    private const string IsStanding = "history = @history AND last IS NULL";

    private static string List(IEnumerable<long> numbers) =>
        string.Join(
            ", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("NULL"));
}
