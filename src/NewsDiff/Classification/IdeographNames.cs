namespace NewsDiff.Classification;

/// <summary>Finds names of places and people in Chinese characters, which have no capitals.</summary>
/// <param name="words">The words of the language.</param>
internal sealed class IdeographNames(ChangeWords words)
{
    /// <summary>The longest run of characters that is looked at on each side of a place.</summary>
    private const int LongestName = 8;

    private const int FewestOfItem = 3;

    private const int MostOfItem = 6;

    private const string Joints = "、・，,";

    /// <summary>Whether other places or people are named.</summary>
    public bool AreOthers(Passage passage)
    {
        (List<string> old, List<string> @new) = (PlacesIn(passage.Old), PlacesIn(passage.New));
        if (old.Count > 0 && @new.Count > 0 && WordList.AreOthers(old, @new))
        {
            return true;
        }

        (string oldText, string newText) = (passage.OldText, passage.NewText);
        Range? before = RunAround(oldText, passage.OldCore);
        Range? after = RunAround(newText, passage.NewCore);
        return before is { } oldRun && after is { } newRun && oldText[oldRun] != newText[newRun]
            && ((IsItem(oldText, oldRun) && IsItem(newText, newRun))
                || (PersonIn(oldText, oldRun) is { } somebody && PersonIn(newText, newRun) is { } other
                    && somebody != other));
    }

    private List<string> PlacesIn(string text) =>
        words.Places.Count == 0 ? [] : [.. words.Places.Where(place => text.Contains(place, StringComparison.Ordinal))];

    /// <summary>The ideographs in and around a place; null if it holds anything else.</summary>
    private static Range? RunAround(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int end = start + length;
        if (length is 0 or > LongestName || text.AsSpan(start, length).ContainsAnyExceptInRange('\u3400', '\u9FFF'))
        {
            return null;
        }

        int first = start;
        while (first > 0 && start - first < LongestName && IsIdeograph(text[first - 1]))
        {
            first--;
        }

        int last = end;
        while (last < text.Length && last - end < LongestName && IsIdeograph(text[last]))
        {
            last++;
        }

        return first..last;
    }

    private static bool IsIdeograph(char character) => character is >= '\u3400' and <= '\u9FFF' or '々';

    /// <summary>Whether a run is an item of a list of names: after its number, or between two others.</summary>
    private static bool IsItem(string text, Range run)
    {
        (int start, int length) = run.GetOffsetAndLength(text.Length);
        ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd();
        ReadOnlySpan<char> after = text.AsSpan(start + length).TrimStart();
        bool isNumbered = before is [.., var digit, '.' or '．' or '、'] && char.IsDigit(digit) && after.IsEmpty;
        bool isBetween = before is [.., var left] && Joints.Contains(left, StringComparison.Ordinal)
            && after is [var right, ..] && Joints.Contains(right, StringComparison.Ordinal);
        return length is >= FewestOfItem and <= MostOfItem && (isNumbered || isBetween);
    }

    /// <summary>The name before a word such as "Mr" that ends the run or follows it; null for none.</summary>
    private string? PersonIn(string text, Range run)
    {
        (int start, int length) = run.GetOffsetAndLength(text.Length);
        ReadOnlySpan<char> name = text.AsSpan(start, length);
        foreach (string honorific in words.Honorifics)
        {
            if (name.EndsWith(honorific, StringComparison.Ordinal))
            {
                return name[..^honorific.Length].ToString();
            }

            if (text.AsSpan(start + length).StartsWith(honorific, StringComparison.Ordinal))
            {
                return name.ToString();
            }
        }

        return null;
    }
}
