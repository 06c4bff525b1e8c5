namespace NewsDiff.Research.Export;

/// <summary>Counts the code points before a place, as Python counts.</summary>
internal sealed class CodePoints
{
    // The places of the second halves of surrogate pairs, in order; most texts have none.
    private readonly List<int> _seconds = [];

    internal CodePoints(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                _seconds.Add(i);
            }
        }
    }

    /// <summary>How many code points are before a place in UTF-16 code units.</summary>
    internal int Count(int place)
    {
        int found = _seconds.BinarySearch(place);
        return place - (found < 0 ? ~found : found);
    }
}
