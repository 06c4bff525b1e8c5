using System.Globalization;
using System.Text;
using NewsDiff.Search;

namespace NewsDiff.PostgreSql;

/// <summary>Terms and queries in the form of PostgreSQL's text search, without its dictionaries.</summary>
/// <remarks>Terms are letters, digits and marks: in quotation marks they mean nothing else.</remarks>
internal static class PostgreSqlSearchTerms
{
    /// <summary>The <c>tsvector</c> of a row: its marks, and its terms with their places.</summary>
    public static string VectorOf(SearchRow row)
    {
        var vector = new StringBuilder();
        foreach (string mark in row.Marks)
        {
            vector.Append('\'').Append(mark).Append("' ");
        }

        for (int i = 0; i < row.Terms.Count; i++)
        {
            if (row.Terms[i] != SearchMark.Gap)
            {
                vector.Append(CultureInfo.InvariantCulture, $"'{row.Terms[i]}':{i + 1} ");
            }
        }

        return vector.ToString();
    }

    /// <summary>The <c>tsquery</c>.</summary>
    public static string Of(SearchExpression expression)
    {
        IEnumerable<string> wanted = expression.Marks.Select(mark => $"'{mark}'")
            .Concat(expression.Clauses.Select(clause => $"({string.Join(" | ", clause.Select(Of))})"));
        IEnumerable<string> unwanted = expression.ExcludedMarks.Select(mark => $"!'{mark}'")
            .Concat(expression.Excluded.Select(phrase => $"!({Of(phrase)})"));
        return string.Join(" & ", wanted.Concat(unwanted));
    }

    private static string Of(SearchPhrase phrase) =>
        string.Join(" <-> ", phrase.Terms.Select(term => $"'{term}'")) + (phrase.IsOpen ? ":*" : "");
}
