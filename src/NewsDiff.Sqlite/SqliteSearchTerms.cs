using NewsDiff.Search;

namespace NewsDiff.Sqlite;

/// <summary>Terms and queries in the form of SQLite's full-text index (FTS5).</summary>
/// <remarks>
/// Its tokenizer <c>ascii</c> cuts at spaces and changes nothing: terms contain no ASCII capitals or signs.
/// </remarks>
internal static class SqliteSearchTerms
{
    /// <summary>The statement that makes the index; it keeps no text.</summary>
    public const string Create =
        "CREATE VIRTUAL TABLE search_text USING fts5(terms, content='', contentless_delete=1, tokenize='ascii')";

    /// <summary>The text of a row.</summary>
    public static string TextOf(SearchRow row) => string.Join(' ', row.Marks.Concat(row.Terms));

    /// <summary>The query.</summary>
    public static string Of(SearchExpression expression)
    {
        IEnumerable<string> wanted = expression.Marks.Select(mark => $"\"{mark}\"")
            .Concat(expression.Clauses.Select(clause => $"({string.Join(" OR ", clause.Select(Of))})"));
        string[] unwanted =
            [.. expression.ExcludedMarks.Select(mark => $"\"{mark}\""), .. expression.Excluded.Select(Of)];
        string all = string.Join(" AND ", wanted);
        return unwanted.Length == 0 ? all : $"({all}) NOT ({string.Join(" OR ", unwanted)})";
    }

    private static string Of(SearchPhrase phrase) =>
        $"\"{string.Join(' ', phrase.Terms)}\"{(phrase.IsOpen ? " *" : "")}";
}
