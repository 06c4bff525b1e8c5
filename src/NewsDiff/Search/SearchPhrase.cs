using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>Terms that must follow each other.</summary>
/// <param name="Terms">The terms, one at least.</param>
/// <param name="IsOpen">Whether the last term may continue: a single character of a script without spaces.</param>
internal sealed record SearchPhrase(ImmutableArray<string> Terms, bool IsOpen)
{
    /// <summary>Cuts a text into a phrase.</summary>
    /// <returns>The phrase; null when the text has no term.</returns>
    public static SearchPhrase? Read(string text)
    {
        List<SearchToken> tokens = SearchTokenizer.Read(text);
        if (tokens.Count == 0)
        {
            return null;
        }

        // The last character of a run is in the pair before it. A text may continue after it.
        SearchToken last = tokens[^1];
        bool isInPair = last.IsLastUnit && tokens.Count > 1 && tokens[^2].End == last.End;
        return new SearchPhrase(
            [.. tokens.Take(isInPair ? tokens.Count - 1 : tokens.Count).Select(token => token.Term)],
            last.IsLastUnit && !isInPair);
    }

    /// <summary>Whether the phrase is at a place of a text's terms.</summary>
    public bool IsAt(IReadOnlyList<string> terms, int place)
    {
        int last = Terms.Length - 1;
        if (place + last >= terms.Count)
        {
            return false;
        }

        for (int i = 0; i < last; i++)
        {
            if (terms[place + i] != Terms[i])
            {
                return false;
            }
        }

        return IsOpen
            ? terms[place + last].StartsWith(Terms[last], StringComparison.Ordinal)
            : terms[place + last] == Terms[last];
    }

    /// <summary>Whether the phrase is anywhere in a text's terms.</summary>
    public bool IsIn(IReadOnlyList<string> terms) =>
        Enumerable.Range(0, terms.Count).Any(place => IsAt(terms, place));
}
