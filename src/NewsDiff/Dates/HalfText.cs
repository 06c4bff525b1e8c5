using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>Reads the word for the half of the day beside a clock time.</summary>
internal readonly ref struct HalfText
{
    private const int MostParticles = 4;

    /// <summary>Words between a clock time and its half: "de la tarde", "Uhr nachmittags", "'s middags".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        KnownLanguages.Lookup(static language => language.HalfParticles);

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly DateConvention _convention;

    public HalfText(ReadOnlySpan<char> text, List<DateToken> tokens, DateConvention convention)
    {
        _text = text;
        _tokens = tokens;
        _convention = convention;
    }

    /// <summary>The hour of a clock time and its neighbouring words; null when ambiguous.</summary>
    /// <param name="clock">The token of the hour.</param>
    /// <param name="end">The token after the clock; moved beyond the word that is read.</param>
    public int? HourAt(int clock, ref int end)
    {
        int shown = _tokens[clock].Value;
        (DayHalf half, bool isKnown) = Behind(ref end);
        (DayHalf before, bool isKnownBefore) = Ahead(clock);
        if (half != DayHalf.None
            && before != DayHalf.None
            && DayHalves.HourOf(half, shown) != DayHalves.HourOf(before, shown))
        {
            return null;
        }

        half = half == DayHalf.None ? before : half;
        bool isOpen = half == DayHalf.None && !(isKnown && isKnownBefore) && shown is > 0 and <= 12;
        return isOpen ? null : DayHalves.HourOf(half, shown);
    }

    private (DayHalf Half, bool IsKnown) Behind(ref int end)
    {
        int start = end;
        bool isKnown = true;
        for (int i = start; i < Math.Min(_tokens.Count, start + MostParticles) && IsNear(i, start); i++)
        {
            if (HalfOf(i, isBehind: i == start) is not DayHalf.None and var half)
            {
                end = i + 1 < _tokens.Count && Is(i + 1, '.') ? i + 2 : i + 1;
                return (half, true);
            }

            isKnown &= !_tokens[i].IsWord || IsHarmless(i) || IsEastAsian(_text[_tokens[i].Start]);
            if (_tokens[i].IsWord && !Particles.Contains(Word(i)))
            {
                break;
            }
        }

        return (DayHalf.None, isKnown);
    }

    /// <summary>Whether a token may continue a phrase: a word, a hyphen or an apostrophe.</summary>
    private bool IsNear(int i, int start) =>
        _tokens[i].IsWord || (i > start && Is(i, '-')) || Is(i, '\'') || Is(i, '’');

    private (DayHalf Half, bool IsKnown) Ahead(int clock)
    {
        int before = clock - 1;
        if (before >= 0 && Is(before, '.'))
        {
            before--;
        }

        if (before < 0 || !_tokens[before].IsWord)
        {
            return (DayHalf.None, true);
        }

        DayHalf half = HalfOf(before, isBehind: false);
        bool isOnlyBehind = Word(before) is "م" or "ص";
        if (half != DayHalf.None && !isOnlyBehind)
        {
            return (half, true);
        }

        ReadOnlySpan<char> word = Word(before);
        if (IsEastAsian(word[^1]))
        {
            // Written together with the word before: 星期二下午.
            half = word.Length > 2 ? DateWords.Find(word[^2..]).Half : DayHalf.None;
            return (half, half != DayHalf.None
                || word.Length == 1
                || _tokens[before].IsWeekday
                || word.StartsWith("星期"));
        }

        return (DayHalf.None, IsHarmless(before));
    }

    private DayHalf HalfOf(int i, bool isBehind)
    {
        if (IsGermanOn(i))
        {
            return DayHalf.None;
        }

        if (_tokens[i].Word.Half != DayHalf.None)
        {
            return _tokens[i].Word.Half;
        }

        // Only directly after the digits: "2:20p".
        bool isAttached = isBehind && i > 0 && _tokens[i - 1].End == _tokens[i].Start;
        return !isAttached ? DayHalf.None : Word(i) switch
        {
            "a" or "A" => DayHalf.Am,
            "p" or "P" => DayHalf.Pm,
            _ => DayHalf.None,
        };
    }

    /// <summary>Whether it is the German "on" before a day: "12.20 Uhr am Sonntag".</summary>
    private bool IsGermanOn(int i) => Word(i) is "am"
        && ((i > 0 && Word(i - 1).Equals("Uhr", StringComparison.OrdinalIgnoreCase))
            || (_convention.Language == "de"
                && i + 1 < _tokens.Count
                && (_tokens[i + 1].IsWeekday || _tokens[i + 1].IsNumber)));

    private bool IsHarmless(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        if (_tokens[i].IsMonth
            || _tokens[i].IsWeekday
            || _tokens[i].Word.IsOtherMonth
            || ClockWords.IsHarmless(word)
            || (word is "em" && _convention.Language == "pt"))
        {
            return true;
        }

        // A name or a label begins with a capital; in a language that is not known, so may a half of the day.
        return ClockWords.IsZoneLike(word)
            || (word is [var first, var second, ..]
                && char.IsUpper(first)
                && char.IsLower(second)
                && DateLanguages.Knows(_convention.Language));
    }

    private static bool IsEastAsian(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3');

    private ReadOnlySpan<char> Word(int i) => _text[_tokens[i].Start.._tokens[i].End];

    private bool Is(int token, char mark) => _text[_tokens[token].Start] == mark;
}
