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

    /// <summary>Lists the places of words.</summary>
    /// <param name="words">The words of all paragraphs.</param>
    /// <param name="newCount">The number of new paragraphs.</param>
    /// <param name="isWanted">For each word, whether it is listed; empty for all words.</param>
    /// <param name="isLeftOut">For each new paragraph, whether its words are left out; empty for none.</param>
    internal static WordPlaces List(
        ParagraphWords words, int newCount, ReadOnlySpan<bool> isWanted, ReadOnlySpan<bool> isLeftOut)
    {
        var ends = new int[words.IdCount + 1];
        for (int j = 0; j < newCount; j++)
        {
            foreach (WordCount word in WordsOf(words, j, isLeftOut))
            {
                ends[word.Id + 1] += IsListed(words, word.Id, isWanted) ? 1 : 0;
            }
        }

        for (int id = 0; id < words.IdCount; id++)
        {
            ends[id + 1] += ends[id];
        }

        var places = new int[ends[^1]];
        for (int j = newCount - 1; j >= 0; j--)
        {
            foreach (WordCount word in WordsOf(words, j, isLeftOut))
            {
                if (IsListed(words, word.Id, isWanted))
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

    private static ReadOnlySpan<WordCount> WordsOf(ParagraphWords words, int place, ReadOnlySpan<bool> isLeftOut) =>
        isLeftOut.IsEmpty || !isLeftOut[place] ? words.New(place).Words : [];

    private static bool IsListed(ParagraphWords words, int word, ReadOnlySpan<bool> isWanted) =>
        words.Frequency(word) <= CommonWord && (isWanted.IsEmpty || isWanted[word]);
}
