using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>Makes hits of rows.</summary>
internal static class SearchHits
{
    /// <summary>Makes a hit.</summary>
    /// <param name="id">The row's number.</param>
    /// <param name="first">The first version with the text.</param>
    /// <param name="last">The last one, or null.</param>
    /// <param name="place">The place of the text in the version.</param>
    /// <param name="version">The version that the place is in.</param>
    /// <param name="expression">The query.</param>
    public static SearchHit Of(
        long id, int first, int? last, int place, ArticleVersion version, SearchExpression expression)
    {
        (string snippet, ImmutableArray<Range> matches) = SearchSnippet.Of(
            SearchedText.TextAt(version.Article, place), expression);
        return new SearchHit
        {
            Version = version,
            FirstVersion = first,
            LastVersion = last,
            IsTitle = place == 0,
            Snippet = snippet,
            Matches = matches,
            Cursor = SearchId.ToCursor(id),
        };
    }
}
