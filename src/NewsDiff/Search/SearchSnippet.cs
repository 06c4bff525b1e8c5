using System.Collections.Immutable;

namespace NewsDiff.Search;

/// <summary>Cuts the text around the first match out of a paragraph.</summary>
internal static class SearchSnippet
{
    private const int Before = 60;
    private const int Most = 240;
    private const int Near = 15;
    private const string Cut = "…";

    /// <summary>Makes a snippet.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="expression">The query.</param>
    public static (string Text, ImmutableArray<Range> Matches) Of(string text, SearchExpression expression)
    {
        List<(int Start, int End)> matches = Find(text, expression);
        int first = matches.Count > 0 ? matches[0].Start : 0;
        int start = text.Length <= Most ? 0 : Edge(text, Math.Max(0, Math.Min(first - Before, text.Length - Most)));
        int end = Edge(text, Math.Min(text.Length, start + Most + Near));
        string lead = start > 0 ? Cut : "";
        string snippet = $"{lead}{text.AsSpan(start, end - start)}{(end < text.Length ? Cut : "")}";
        int shift = lead.Length - start;
        return (
            snippet,
            [.. matches.Where(match => match.Start >= start && match.End <= end)
                .Select(match => (match.Start + shift)..(match.End + shift))]);
    }

    private static List<(int Start, int End)> Find(string text, SearchExpression expression)
    {
        List<SearchToken> tokens = SearchTokenizer.Read(text);
        List<string> terms = [.. tokens.Select(token => token.Term)];
        List<(int Start, int End)> found = [];
        for (int i = 0; i < terms.Count; i++)
        {
            foreach (SearchPhrase phrase in expression.Clauses.SelectMany(clause => clause))
            {
                if (phrase.IsAt(terms, i))
                {
                    SearchToken last = tokens[i + phrase.Terms.Length - 1];
                    int end = phrase.IsOpen ? Math.Min(last.End, last.Start + phrase.Terms[^1].Length) : last.End;
                    Add(found, tokens[i].Start, end);
                }
            }
        }

        return found;
    }

    /// <summary>Adds a match, and joins it with one that it touches.</summary>
    private static void Add(List<(int Start, int End)> found, int start, int end)
    {
        if (found.Count > 0 && start < found[^1].End)
        {
            found[^1] = (found[^1].Start, Math.Max(found[^1].End, end));
        }
        else
        {
            found.Add((start, end));
        }
    }

    /// <summary>Moves a place out of the middle of a character, to just after a nearby space.</summary>
    private static int Edge(string text, int place)
    {
        if (place == 0 || place == text.Length)
        {
            return place;
        }

        int space = text.LastIndexOf(' ', place, Math.Min(Near, place));
        return space > 0 ? space + 1 : char.IsLowSurrogate(text[place]) ? place - 1 : place;
    }
}
