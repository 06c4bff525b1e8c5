using System.Globalization;

namespace NewsDiff.Search;

/// <summary>A part of a query: a word, a phrase or a condition.</summary>
/// <param name="Text">The word, the text in quotation marks, or the value of the condition.</param>
/// <param name="Name">The name of the condition; null for words.</param>
/// <param name="IsNegative">Whether a minus sign precedes it.</param>
/// <param name="IsQuoted">Whether it was in quotation marks.</param>
internal sealed record SearchWord(string Text, string? Name, bool IsNegative, bool IsQuoted)
{
    /// <summary>Cuts a query at its spaces and quotation marks.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed.</exception>
    public static IEnumerable<SearchWord> Cut(string query)
    {
        for (int i = 0; i < query.Length;)
        {
            if (IsSpace(query[i]))
            {
                i++;
                continue;
            }

            bool isNegative = query[i] == '-';
            i += isNegative ? 1 : 0;
            string? name = SearchFilters.Names.FirstOrDefault(
                name => query.AsSpan(i).StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
            i += name is null ? 0 : name.Length + 1;
            int start = i;
            bool isQuoted = i < query.Length && IsQuote(query[i]);
            i = isQuoted ? QuoteEnd(query, i) : WordEnd(query, i);
            yield return new SearchWord(
                isQuoted ? query[(start + 1)..i] : query[start..i], name, isNegative, isQuoted);
            i += isQuoted ? 1 : 0;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static int WordEnd(string query, int position)
    {
        while (position < query.Length && !IsSpace(query[position]) && !IsQuote(query[position]))
        {
            position++;
        }

        return position;
    }

    private static int QuoteEnd(string query, int start)
    {
        for (int end = start + 1; end < query.Length; end++)
        {
            if (IsQuote(query[end]))
            {
                return end;
            }
        }

        throw new FormatException(string.Create(
            CultureInfo.InvariantCulture, $"The quotation mark at character {start + 1} of the query is not closed."));
    }
}
