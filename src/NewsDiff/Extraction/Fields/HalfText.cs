using System.Collections.Frozen;
using NewsDiff.Dates;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads the word for the half of the day beside a clock time.</summary>
internal readonly ref struct HalfText
{
    /// <summary>The least letters of a zone's abbreviation; some of two letters are halves of the day.</summary>
    private const int ShortestZone = 3;

    private const int LongestZone = 5;

    private const int MostParticles = 4;

    /// <summary>Words beside a clock time that do not name a half of the day.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harmless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "t", "z", "h", "hs", "hrs", "hours", "uhr", "uur", "klo", "kl", "kello", "at", "um", "om", "à", "a", "às", "as",
        "las", "la", "alle", "ore", "ora", "ob", "u", "o", "в", "о", "об",
        "у", "від", "от", "saat", "saati", "pukul", "pkl", "jam", "lúc", "vào", "godz", "godzina", "plkst", "val",
        "στις", "ώρα", "час", "ч", "год", "г", "г.", "klukkan", "í", "den", "the", "d",
        "الساعة", "ساعة", "على", "بتوقيت", "في", "ساعت", "בשעה", "ב", "เวลา", "น", "बजे", "को", "নাগাদ", "by", "von",
        "par", "por", "di", "af", "av", "door", "od", "przez", "from", "in", "on",
        "min", "mins", "minutes", "read", "comments", "local", "time", "updated", "published", "posted", "op", "le",
        "il", "el", "dne", "dnia", "of", "til", "og", "and", "und", "et", "pt", "ct", "mt", "y", "e", "i", "och")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words between a clock and the word for the half: "de la tarde", "Uhr nachmittags", "'s middags".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "de", "la", "da", "do", "del", "della", "di", "du", "des", "in", "at", "the",
        "ng", "sa", "s", "l", "h", "hs", "hrs", "uhr", "uur", "om", "på", "par", "por",
        "a", "à", "am", "în", "tegen", "w", "বাজে", "बजे", "นาฬิกา", "น").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly DateConvention _convention;

    public HalfText(ReadOnlySpan<char> text, List<DateToken> tokens, DateConvention convention)
    {
        _text = text;
        _tokens = tokens;
        _convention = convention;
    }

    /// <summary>The hour of a clock time with its neighbouring words; null when they leave it open.</summary>
    /// <param name="clock">The token of the hour.</param>
    /// <param name="end">The token after the clock; moved beyond the word that is read.</param>
    public int? HourAt(int clock, ref int end)
    {
        int shown = _tokens[clock].Value;
        (DayHalf half, bool isKnown) = Behind(ref end);
        (DayHalf before, bool isKnownBefore) = Ahead(clock);
        if (half != DayHalf.None && before != DayHalf.None && DayHalves.HourOf(half, shown) != DayHalves.HourOf(before, shown))
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

    /// <summary>Whether a token may belong to a phrase that begins at another: only words and apostrophes.</summary>
    private bool IsNear(int i, int start) => _tokens[i].IsWord || (i > start && Is(i, '-')) || Is(i, '\'') || Is(i, '’');

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
            return (half, half != DayHalf.None || word.Length == 1 || _tokens[before].IsWeekday || word.StartsWith("星期"));
        }

        return (DayHalf.None, IsHarmless(before));
    }

    private DayHalf HalfOf(int i, bool isBehind)
    {
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

    private bool IsHarmless(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        if (_tokens[i].IsMonth || _tokens[i].IsWeekday || _tokens[i].Word.PersianMonth > 0 || Harmless.Contains(word)
            || ZoneNames.Find(word) is not null || (word is "em" && _convention.Language == "pt"))
        {
            return true;
        }

        // A name or a label begins with a capital; an abbreviation of a zone is nothing but capitals.
        return word is [var first, var second, ..] && char.IsUpper(first) && (char.IsLower(second) || IsZoneLike(word));
    }

    private static bool IsZoneLike(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestZone and <= LongestZone && !word.ContainsAnyExceptInRange('A', 'Z') && word is not (['A' or 'P', 'M', ..]);

    private static bool IsEastAsian(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3');

    private ReadOnlySpan<char> Word(int i) => _text[_tokens[i].Start.._tokens[i].End];

    private bool Is(int token, char mark) => _text[_tokens[token].Start] == mark;
}
