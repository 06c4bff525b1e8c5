using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Research.Sentences;

/// <summary>Cuts one text into sentences.</summary>
internal sealed class SentenceCutter(string text, SentenceRules rules)
{
    // The largest day of a month: a larger number before a full stop is not an ordinal.
    private const int MostOrdinal = 31;

    // The largest number of an item of a list; a larger one at the start of a line is a year.
    private const int MostItem = 999;

    // The marks opened since the last sentence ended; a surplus closing mark is ignored.
    private int _depth;

    internal void Cut(int paragraph, ImmutableArray<Sentence>.Builder sentences)
    {
        int start = 0;
        int i = 0;
        while (text.AsSpan(i).IndexOfAny(SentenceMarks.Telling) is >= 0 and var distance)
        {
            i += distance;
            int end = FindEnd(i);
            if (end > 0)
            {
                Add(paragraph, start, end, sentences);
                start = end;
                _depth = 0;
                i = end;
            }
            else
            {
                i++;
            }
        }

        Add(paragraph, start, text.Length, sentences);
    }

    private void Add(int paragraph, int start, int end, ImmutableArray<Sentence>.Builder sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            sentences.Add(new Sentence(paragraph, start, end - start));
        }
    }

    /// <summary>The end of the sentence if this character ends it; 0 if the sentence continues.</summary>
    private int FindEnd(int place)
    {
        char c = text[place];
        if (c is '「' or '『' or '（')
        {
            _depth++;
        }
        else if (c is '」' or '』' or '）')
        {
            _depth = Math.Max(0, _depth - 1);
        }

        if (IsBlankLine(place))
        {
            return place + 1;
        }

        return SentenceMarks.IsFullWidth(c) ? FindFullWidthEnd(place)
            : SentenceMarks.IsStop(c) ? FindSpacedEnd(place)
            : 0;
    }

    // Text without spaces: the mark ends the sentence, except in a quotation, and except before a continuation.
    private int FindFullWidthEnd(int place)
    {
        int depth = _depth;
        int end = place + 1;
        while (end < text.Length && (SentenceMarks.IsFullWidth(text[end]) || SentenceMarks.IsCloser(text[end])))
        {
            depth -= text[end] is '」' or '』' or '）' ? 1 : 0;
            end++;
        }

        bool goesOn = depth > 0
            || (end < text.Length
                && end > place + 1
                && (text[end] is '、' or '，' or ',' || text[end] is >= '\u3041' and <= '\u309F'));
        return goesOn ? 0 : end;
    }

    private int FindSpacedEnd(int place)
    {
        int last = place;
        while (last + 1 < text.Length && SentenceMarks.IsStop(text[last + 1]))
        {
            last++;
        }

        int end = EndOfClosers(last + 1);
        if (end == text.Length)
        {
            return end;
        }

        if (!char.IsWhiteSpace(text[end]) && !SentenceMarks.IsIdeograph(text[end]))
        {
            return 0;
        }

        int next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || SentenceMarks.IsOpener(text[next])))
        {
            next++;
        }

        bool goesOn = next < text.Length
            && (char.IsLower(text[next]) || (last == place && text[place] == '.' && IsPartOfWord(place, next)));
        return goesOn ? 0 : end;
    }

    // French puts a space before the mark that closes a quotation; one that opens has none after it.
    private int EndOfClosers(int place)
    {
        int end = place;
        while (end < text.Length && SentenceMarks.IsCloser(text[end]))
        {
            end++;
        }

        bool isSpaced = end + 1 < text.Length
            && char.IsWhiteSpace(text[end])
            && text[end + 1] == '»'
            && (end + 2 == text.Length || char.IsWhiteSpace(text[end + 2]));
        return isSpaced ? end + 2 : end;
    }

    /// <summary>Whether a full stop belongs to the word before it.</summary>
    private bool IsPartOfWord(int stop, int next)
    {
        int start = stop;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || IsInnerMark(start - 1)))
        {
            start--;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, stop - start);
        if (word.IsEmpty)
        {
            return false;
        }

        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return (rules.HasOrdinals && number is > 0 and <= MostOrdinal)
                || (number <= MostItem && StartsLine(start))
                || rules.IsMonth(WordAt(next));
        }

        return IsInitial(word)
            || rules.IsAbbreviation(word, beforeNumber: next < text.Length && char.IsDigit(text[next]));
    }

    private bool StartsLine(int place)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, place).TrimEnd(" \t\u00A0");
        return before.IsEmpty || before[^1] == '\n';
    }

    // "J. Smith", "U.S. troops": capitals alone; "a.m." may end a sentence.
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }

    private bool IsInnerMark(int place) => text[place] is '.' or '\'' or '’' or '-'
        && place > 0
        && char.IsLetterOrDigit(text[place - 1]);

    private ReadOnlySpan<char> WordAt(int place)
    {
        int end = place;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(place, end - place);
    }

    // The second of two line breaks with nothing but white space between them.
    private bool IsBlankLine(int place)
    {
        if (text[place] == '\u2029')
        {
            return true;
        }

        int before = place - 1;
        while (text[place] == '\n' && before >= 0 && char.IsWhiteSpace(text[before]))
        {
            if (text[before] == '\n')
            {
                return true;
            }

            before--;
        }

        return false;
    }
}
