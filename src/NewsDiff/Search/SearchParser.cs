using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Search;

/// <summary>Reads a query, and says what is wrong with it.</summary>
internal sealed class SearchParser
{
    /// <summary>The maximum length of a query in characters.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>The maximum number of terms and conditions: each costs a look into the index.</summary>
    public const int MostTerms = 64;

    private const string Or = "OR";

    private readonly ImmutableArray<ImmutableArray<SearchPhrase>>.Builder _clauses =
        ImmutableArray.CreateBuilder<ImmutableArray<SearchPhrase>>();

    private readonly ImmutableArray<SearchPhrase>.Builder _excluded = ImmutableArray.CreateBuilder<SearchPhrase>();
    private readonly SearchFilters _filters = new();
    private bool _joins;
    private bool _mayJoin;
    private int _terms;

    /// <summary>Reads a query.</summary>
    /// <exception cref="FormatException">The query is wrong.</exception>
    public static SearchExpression Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Length <= MostCharacters
            ? new SearchParser().Read(query)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"The query has {query.Length} characters, but may have at most {MostCharacters}."));
    }

    private SearchExpression Read(string query)
    {
        foreach (SearchWord word in SearchWord.Cut(query))
        {
            Add(word);
        }

        if (_joins)
        {
            throw LonelyOr();
        }

        return _terms > 0 || _filters.Count > 0
            ? _filters.Complete(_clauses.ToImmutable(), _excluded.ToImmutable())
            : throw new FormatException("The query has no word to look for.");
    }

    private void Add(SearchWord word)
    {
        if (word is { Text: Or, IsQuoted: false, IsNegative: false, Name: null })
        {
            (_joins, _mayJoin) = _mayJoin && !_joins ? (true, true) : throw LonelyOr();
            return;
        }

        if (word.Name is not null)
        {
            Refuse(_joins);
            _filters.Add(word);
            (_mayJoin, _terms) = (false, Count(1));
        }
        else if (SearchPhrase.Read(word.Text) is { } phrase)
        {
            Add(word, phrase);
        }
    }

    private void Add(SearchWord word, SearchPhrase phrase)
    {
        _terms = Count(phrase.Terms.Length);
        if (word.IsNegative)
        {
            Refuse(_joins);
            _excluded.Add(phrase);
        }
        else if (_joins)
        {
            _clauses[^1] = _clauses[^1].Add(phrase);
        }
        else
        {
            _clauses.Add([phrase]);
        }

        (_joins, _mayJoin) = (false, !word.IsNegative);
    }

    private int Count(int more) => _terms + more <= MostTerms
        ? _terms + more
        : throw new FormatException(string.Create(
            CultureInfo.InvariantCulture, $"The query has more than {MostTerms} words; leave some out."));

    private static void Refuse(bool joins)
    {
        if (joins)
        {
            throw LonelyOr();
        }
    }

    private static FormatException LonelyOr() =>
        new("OR must be between two words or phrases; to search for the word 'or', write it in lower case.");
}
