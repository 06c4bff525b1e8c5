namespace NewsDiff.Diffing.Search;

/// <summary>Matches the equal ends of two stretches.</summary>
internal static class EqualEnds
{
    /// <summary>Matches the equal tokens at both ends of a rectangle.</summary>
    /// <returns>The rectangle without them.</returns>
    internal static Box Cut(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        (int oldStart, int oldEnd, int newStart, int newEnd) = box;
        while (oldStart < oldEnd && newStart < newEnd && oldIds[oldStart] == newIds[newStart])
        {
            matches[oldStart++] = newStart++;
        }

        while (oldStart < oldEnd && newStart < newEnd && oldIds[oldEnd - 1] == newIds[newEnd - 1])
        {
            matches[--oldEnd] = --newEnd;
        }

        return new Box(oldStart, oldEnd, newStart, newEnd);
    }
}
