namespace NewsDiff.Search;

/// <summary>A store that finds words in all versions of all articles.</summary>
/// <remarks>
/// The in-memory store always can; a database store can when it was opened with its option <c>Search</c>. All give the
/// same answers, because this library, not the database, cuts and folds the words.
/// </remarks>
public interface ISearchableStore
{
    /// <summary>Finds paragraphs and titles, the newest first.</summary>
    /// <remarks>
    /// A query has words, all of which must be in one paragraph or title; <c>"phrases"</c>; <c>-without</c>;
    /// <c>one OR other</c>; and conditions: <c>source:</c>, <c>host:</c>, <c>since:</c> and <c>until:</c> with a date,
    /// <c>version:</c> with the number of the version that brought the text, <c>kind:title</c>, <c>kind:added</c> (text
    /// that the first version did not have) and <c>kind:removed</c>. Case and accents do not matter. Languages that do
    /// not separate words by spaces are found by any characters in succession.
    /// </remarks>
    /// <param name="query">The query.</param>
    /// <param name="after">The <see cref="SearchHit.Cursor"/> of the hit to continue after; null to begin.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The hits, as a stream that reads no further than the caller does.</returns>
    /// <exception cref="FormatException">The query or the cursor is wrong; the message says what is wrong.</exception>
    /// <exception cref="VersionStoreException">The store keeps no search index, or has not finished it.</exception>
    IAsyncEnumerable<SearchHit> SearchAsync(
        string query, string? after = null, CancellationToken cancellationToken = default);
}
