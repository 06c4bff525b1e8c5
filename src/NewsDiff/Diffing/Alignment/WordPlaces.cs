namespace NewsDiff.Diffing.Alignment;

/// <summary>The new paragraphs that have each word, except for very common words.</summary>
internal readonly struct WordPlaces
{
    // A word in more paragraphs than this tells little about any of them, and would make the search quadratic.
    private const int CommonWord = 48;

    // The places of a word end where those of the next begin.
    private readonly int[] _starts;
    private readonly int[] _places;

    private WordPlaces(int[] starts, int[] places)
    {
        _starts = starts;
        _places = places;
    }

    /// <summary>Lists the places of the wanted words in the wanted paragraphs.</summary>
    internal static WordPlaces List(
        ParagraphWords words, int newCount, Func<int, bool> isWanted, Func<int, bool> isListed)
    {
        var ends = new int[words.IdCount + 1];
        for (int j = 0; j < newCount; j++)
        {
            foreach (WordCount word in isListed(j) ? words.New(j).Words : [])
            {
                ends[word.Id + 1] += words.Frequency(word.Id) <= CommonWord && isWanted(word.Id) ? 1 : 0;
            }
        }

        for (int id = 0; id < words.IdCount; id++)
        {
            ends[id + 1] += ends[id];
        }

        var places = new int[ends[^1]];
        for (int j = newCount - 1; j >= 0; j--)
        {
            foreach (WordCount word in isListed(j) ? words.New(j).Words : [])
            {
                if (words.Frequency(word.Id) <= CommonWord && isWanted(word.Id))
                {
                    places[--ends[word.Id + 1]] = j;
                }
            }
        }

        // The places of a word were filled from the end: its end was counted down to where they begin.
        return new WordPlaces(ends, places);
    }

    /// <summary>The places of a word, in ascending order.</summary>
    internal ReadOnlySpan<int> Of(int word)
    {
        int start = _starts[word + 1];
        int end = word + 2 < _starts.Length ? _starts[word + 2] : _places.Length;
        return _places.AsSpan(start, end - start);
    }
}
