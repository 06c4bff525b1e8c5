using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsDiff.Classification;

/// <summary>Cuts a passage into words, and compares the words of a kind on both sides.</summary>
internal static class WordList
{
    private const int FewestOfStem = 4;

    /// <summary>How many words after "about" may be its number: "about a hundred".</summary>
    private const int ReachOfNumber = 2;

    private const int LongestRest = 40;

    private const string Numerals = "一二三四五六七八九十百千万萬億亿两兩数數";

    /// <summary>The words of a text: letters, digits, and apostrophes and hyphens inside.</summary>
    public static List<string> Of(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int at = 0; at <= text.Length; at++)
        {
            bool isInside = at < text.Length && IsPart(text, at, start);
            if (isInside && start < 0)
            {
                start = at;
            }
            else if (!isInside && start >= 0)
            {
                words.Add(text[start..at].Replace('’', '\''));
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The words of a kind that a place lost, and those that it got, each as often as that.</summary>
    /// <param name="passage">The place.</param>
    /// <param name="words">The words of the language.</param>
    /// <param name="kind">The words that count.</param>
    /// <param name="beforeNumbers">Words that count only before a number; null for none.</param>
    public static (List<string> Lost, List<string> Got) Difference(
        Passage passage, ChangeWords words, IReadOnlySet<string> kind, IReadOnlySet<string>? beforeNumbers = null)
    {
        List<string> lost = In(passage.Old, passage.OldWords, passage.OldText, passage.OldRange);
        List<string> got = In(passage.New, passage.NewWords, passage.NewText, passage.NewRange);
        Cancel(lost, got);
        if (beforeNumbers is not null)
        {
            CancelApproximations(lost, got, beforeNumbers, passage);
        }

        return (lost, got);

        List<string> In(string text, List<string> all, string row, Range place)
        {
            if (words.ArePartsOfText)
            {
                return
                [
                    .. kind.Where(part => HasPart(text, part, words.Compounds)),
                    .. beforeNumbers?.Where(part => HasPartBeforeNumber(row, place, part)) ?? [],
                ];
            }

            List<string> found = all.FindAll(kind.Contains);
            if (beforeNumbers is { Count: > 0 } && all.Exists(beforeNumbers.Contains))
            {
                int end = place.End.GetOffset(row.Length);
                List<string> further =
                    [.. all, .. Of(row.Substring(end, Math.Min(LongestRest, row.Length - end))).Take(ReachOfNumber)];
                found.AddRange(all.Where((word, index) => beforeNumbers.Contains(word)
                    && further.Skip(index + 1).Take(ReachOfNumber).Any(next => IsNumber(next, words))));
            }

            return found;
        }
    }

    /// <summary>Leaves out forms of one word on both sides, each as often as both have them.</summary>
    private static void Cancel(List<string> lost, List<string> got)
    {
        Dictionary<string, int> left = got.CountBy(static word => word).ToDictionary();
        var gone = new Dictionary<string, int>();
        for (int i = lost.Count - 1; i >= 0 && left.Count > 0; i--)
        {
            // The kinds have a few words, however often a text has them.
            if (left.Keys.FirstOrDefault(other => IsForm(other, lost[i])) is { } same)
            {
                lost.RemoveAt(i);
                gone[same] = gone.GetValueOrDefault(same) + 1;
                if (--left[same] == 0)
                {
                    left.Remove(same);
                }
            }
        }

        got.RemoveAll(word =>
        {
            bool isGone = gone.GetValueOrDefault(word) > 0;
            gone[word] = gone.GetValueOrDefault(word) - (isGone ? 1 : 0);
            return isGone;
        });
    }

    /// <summary>Leaves out words that make no number less exact than before.</summary>
    private static void CancelApproximations(
        List<string> lost, List<string> got, IReadOnlySet<string> kind, Passage passage)
    {
        // "About" is as exact as "roughly".
        while (lost.FindIndex(kind.Contains) is var old and >= 0 && got.FindIndex(kind.Contains) is var @new and >= 0)
        {
            lost.RemoveAt(old);
            got.RemoveAt(@new);
        }

        if (HasNewNumber(passage))
        {
            lost.RemoveAll(kind.Contains);
            got.RemoveAll(kind.Contains);
        }
    }

    /// <summary>Whether a number came or went with the words around it.</summary>
    private static bool HasNewNumber(Passage passage) =>
        (passage.OldOnly.Length == 0 && passage.NewOnly.Any(char.IsDigit))
        || (passage.NewOnly.Length == 0 && passage.OldOnly.Any(char.IsDigit));

    /// <summary>Whether a part is in a text, and not only inside of words that mean something else.</summary>
    private static bool HasPart(string text, string part, IReadOnlySet<string> compounds)
    {
        for (int at = IndexOf(0); at >= 0; at = IndexOf(at + part.Length))
        {
            if (!compounds.Any(compound => IsInside(compound, at)))
            {
                return true;
            }
        }

        return false;

        int IndexOf(int start) => text.IndexOf(part, start, StringComparison.OrdinalIgnoreCase);

        bool IsInside(string compound, int at)
        {
            int offset = compound.IndexOf(part, StringComparison.Ordinal);
            return offset >= 0 && at >= offset
                && text.AsSpan(at - offset).StartsWith(compound, StringComparison.Ordinal);
        }
    }

    private static bool HasPartBeforeNumber(string row, Range place, string part)
    {
        (int start, int length) = place.GetOffsetAndLength(row.Length);
        int end = start + length;
        for (int next = start; next < end;)
        {
            int at = row.IndexOf(part, next, end - next, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            next = at + part.Length;
            char following = next < row.Length ? row[next] : ' ';
            if (char.IsDigit(following) || Numerals.Contains(following, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A test that says of each word whether a list has it, and takes it from there.</summary>
    public static Func<string, bool> Taker(IEnumerable<string> words)
    {
        Dictionary<string, int> left = words.CountBy(static word => word).ToDictionary();
        return word =>
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(left, word);
            if (Unsafe.IsNullRef(ref count) || count == 0)
            {
                return false;
            }

            count--;
            return true;
        };
    }

    /// <summary>Whether a text has so many words.</summary>
    public static bool HasAtLeast(ReadOnlySpan<char> text, int words)
    {
        bool isInside = false;
        for (int at = 0; at < text.Length && words > 0; at++)
        {
            bool isPart = IsPart(text, at, isInside ? 0 : -1);
            words -= isPart && !isInside ? 1 : 0;
            isInside = isPart;
        }

        return words <= 0;
    }

    private static bool IsNumber(string word, ChangeWords words) =>
        char.IsDigit(word[0]) || words.Numbers.Contains(word);

    /// <summary>Whether two words are one, or forms of one, such as "seem" and "seems".</summary>
    public static bool IsForm(string word, string other)
    {
        (string shorter, string longer) = word.Length <= other.Length ? (word, other) : (other, word);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)
            && (shorter.Length == longer.Length
                || (shorter.Length >= FewestOfStem && longer.Length <= shorter.Length + 2));
    }

    /// <summary>Whether two lists hold different words or numbers, in any order.</summary>
    public static bool AreOthers(List<string> left, List<string> right) =>
        !left.Order(StringComparer.Ordinal).SequenceEqual(right.Order(StringComparer.Ordinal));

    private static bool IsPart(ReadOnlySpan<char> text, int at, int start) =>
        char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is
            UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
        || (start >= 0 && text[at] is '\'' or '’' or '-' or '\u200C'
            && at + 1 < text.Length && char.IsLetter(text[at + 1]));
}
