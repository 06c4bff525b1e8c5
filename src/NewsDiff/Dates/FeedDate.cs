using System.Buffers;
using System.Globalization;

namespace NewsDiff.Dates;

/// <summary>Reads the dates of feeds: RFC 822, ISO 8601, C's asctime, and their variants.</summary>
/// <remarks>
/// Parts are recognised by their form, not by their place: a month by its name, a time by its colons, a year by its
/// digits.
/// </remarks>
internal struct FeedDate
{
    private const int LongestText = 64;

    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:.,");
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,\t\n\r");
    private static readonly SearchValues<char> OffsetCharacters = SearchValues.Create("0123456789:");

    private int? _year;
    private int? _month;
    private bool _isMonthDoubtful;
    private bool _hasUnknownName;
    private DayHalf _half;
    private bool _isHalfUnknown;
    private bool _isAfterUnknownName;
    private int? _day;
    private TimeSpan? _time;
    private bool _hasSeconds;
    private bool _hasWrongTime;
    private TimeSpan? _offset;
    private bool _isBehindMinus;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <returns>The date in the stated precision and offset; null when the text is not one.</returns>
    public static ArticleDate? Read(scoped ReadOnlySpan<char> text)
    {
        // A name of the zone in brackets (RFC 9557) repeats the offset.
        int suffixAt = text.IndexOf('[');
        text = (suffixAt < 0 ? text : text[..suffixAt]).Trim();
        if (text.IsEmpty || text.Length > LongestText)
        {
            return null;
        }

        Span<char> ascii = stackalloc char[text.Length];
        if (text.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            ToAscii(text, ascii);
            text = ascii;
        }

        return FeedNumber.IsDigits(text) && FeedTimestamp.Read(text) is { } stamp ? stamp : ReadForm(text);
    }

    private static ArticleDate? ReadForm(ReadOnlySpan<char> text)
    {
        var date = default(FeedDate);
        if (text.Length < 4 || !FeedNumber.IsDigits(text[..4]) || text.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            // The reader of pages knows more ways to write a date, but is less strict with times.
            ArticleDate? own = date.ReadWords(text) ? date.ToDate() : null;
            bool isDone = date._hasWrongTime || date._isHalfUnknown || own?.Precision > DatePrecision.Day;
            return isDone ? own : FeedProse.Read(text, own);
        }

        if (date.ReadIso(text))
        {
            return date.ToDate();
        }

        // Some feeds put spaces between the parts of a date that is one word.
        date = default;
        return date.ReadIso(text.ToString().Replace(" ", "", StringComparison.Ordinal)) ? date.ToDate() : null;
    }

    /// <summary>Writes digits, blanks and minus signs in ASCII, and invisible characters as blanks.</summary>
    private static void ToAscii(ReadOnlySpan<char> text, Span<char> ascii)
    {
        DateDigits.ToAscii(text, ascii);
        foreach (ref char c in ascii)
        {
            bool isBlank = c > '\x7f'
                && (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
            c = isBlank ? ' ' : c is '\u2212' ? '-' : c;
        }
    }

    private bool ReadIso(ReadOnlySpan<char> text)
    {
        int timeAt = text.IndexOfAny('T', 't', ' ');
        ReadOnlySpan<char> day = timeAt < 0 ? WithoutZone(text) : text[..timeAt];
        if (!ReadIsoDay(day))
        {
            return false;
        }

        if (timeAt < 0)
        {
            return true;
        }

        ReadOnlySpan<char> rest = text[(timeAt + 1)..].Trim();
        int end = rest.IndexOfAnyExcept(Clock);
        end = end < 0 ? rest.Length : end;
        if (!ReadTime(rest[..end]))
        {
            return false;
        }

        foreach (Range range in rest[end..].SplitAny(Separators))
        {
            ReadOnlySpan<char> name = rest[end..][range];
            if (!name.IsEmpty && !TryReadUnsigned(name) && !ReadName(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads an offset whose sign stands apart.</summary>
    /// <remarks>A missing sign was a plus, which programs take for a blank in addresses.</remarks>
    private bool TryReadUnsigned(ReadOnlySpan<char> word)
    {
        bool isOffset = _time is not null && _year is not null && _offset is null
            && (word is [_, _, ':', _, _] || word.Length == 4)
            && !word.ContainsAnyExcept(OffsetCharacters);
        return isOffset && ReadZone($"{(_isBehindMinus ? '-' : '+')}{word}");
    }

    /// <summary>A day without the zone that XML allows behind it, as in 2026-05-03Z.</summary>
    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> day) =>
        day is [_, _, _, _, '-', _, _, '-', _, _, 'Z' or '+' or '-', .. var rest]
            && !rest.ContainsAnyExcept(OffsetCharacters)
            ? day[..10]
            : day;

    private bool ReadIsoDay(ReadOnlySpan<char> day)
    {
        char separator = day.Length > 4 ? day[4] : '-';
        if (char.IsAsciiDigit(separator))
        {
            return day.Length is 6 or 8
                && FeedNumber.TryRead(day[..4], out _year)
                && FeedNumber.TryRead(day[4..6], out _month)
                && (day.Length == 6 || FeedNumber.TryRead(day[6..], out _day));
        }

        if (separator is not ('-' or '/' or '.' or ':'))
        {
            return false;
        }

        int part = 0;
        foreach (Range range in day.Split(separator))
        {
            ReadOnlySpan<char> digits = day[range];
            bool isRead = part++ switch
            {
                0 => digits.Length == 4 && FeedNumber.TryRead(digits, out _year),
                1 => FeedNumber.TryRead(digits, out _month),
                2 => FeedNumber.TryRead(digits, out _day),
                _ => false,
            };
            if (!isRead)
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadWords(ReadOnlySpan<char> text)
    {
        foreach (Range range in text.SplitAny(Separators))
        {
            ReadOnlySpan<char> word = text[range];
            if (!word.IsEmpty && !ReadWord(word))
            {
                return false;
            }
        }

        return _year is not null && _month is not null && _day is not null;
    }

    private bool ReadWord(ReadOnlySpan<char> word)
    {
        if (word.Contains(':') && char.IsAsciiDigit(word[0]))
        {
            // "2:20pm", "14:20Z"
            _isHalfUnknown |= _isAfterUnknownName;
            int end = word.IndexOfAnyExcept(Clock);
            return end < 0 ? ReadTime(word) : ReadTime(word[..end]) && ReadName(word[end..]);
        }

        if (FeedNumber.IsDigits(word))
        {
            _isAfterUnknownName = false;
            return TryReadUnsigned(word) || ReadNumber(word);
        }

        if (_day is not null && _month is not null && _year is not null && _time is null && FeedClock.IsDotted(word))
        {
            return ReadTime(word.ToString().Replace('.', ':'));
        }

        if (char.IsAsciiDigit(word[0]) && word.Contains('-'))
        {
            // "03-May-2026"
            foreach (Range range in word.Split('-'))
            {
                if (word[range].IsEmpty || word[range].Length == word.Length || !ReadWord(word[range]))
                {
                    return false;
                }
            }

            return true;
        }

        return ReadName(word);
    }

    private bool ReadName(ReadOnlySpan<char> word)
    {
        // "(CET)", "(-05:00)"
        word = word.Trim("()");
        return word.IsEmpty || ReadPlainName(word);
    }

    private bool ReadPlainName(ReadOnlySpan<char> word)
    {
        int sign = word.IndexOfAny('+', '-');
        if (sign == 0 || (sign > 0 && _time is not null && ClockWords.IsZoneLike(word[..sign])))
        {
            // "+0200", "GMT+0200"
            _isBehindMinus = word is "-";
            return ReadZone(word[sign..]);
        }

        DateWord meaning = MeaningOf(word);
        _isAfterUnknownName = false;
        if (meaning.Month > 0 && (_month is null || (_isMonthDoubtful && meaning.IsMonth)))
        {
            // An ambiguous word is a weekday when another word is the month: "mar., 18 oct. 2022".
            _month = meaning.Month;
            _isMonthDoubtful = meaning.IsMonthOrWeekday;
            return true;
        }

        bool isSpaced = _time is not null && word is ['a' or 'A' or 'p' or 'P', '.'];
        if (meaning.Half != DayHalf.None || isSpaced)
        {
            _half = !isSpaced ? meaning.Half : word[0] is 'a' or 'A' ? DayHalf.Am : DayHalf.Pm;
            return true;
        }

        _isAfterUnknownName = !meaning.IsKnown && ClockWords.MayMeanHalf(word, _hasSeconds);
        if (_time is null)
        {
            // A name before the time is a weekday in some language.
            _hasUnknownName |= meaning.Weekday == 0;
            return true;
        }

        _isHalfUnknown |= _isAfterUnknownName && _offset is null;
        return ReadZone(word);
    }

    /// <summary>The month, weekday or zone that a name means; English names may be abbreviated.</summary>
    private static DateWord MeaningOf(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[LongestText];
        int length = 0;
        foreach (char c in word)
        {
            if (c != '.')
            {
                letters[length++] = c;
            }
        }

        DateWord meaning = DateWords.Find(letters[..length]);
        return meaning.IsKnown ? meaning : new DateWord(
            EnglishMonths.Find(letters[..length]) is > 0 and var month
                ? month
                : EastAsianMonths.Find(letters[..length]));
    }

    private bool ReadNumber(ReadOnlySpan<char> word)
    {
        if (!FeedNumber.TryRead(word, out int? number))
        {
            return false;
        }

        if (word.Length <= 2 && _day is null)
        {
            _day = number;
            return true;
        }

        if (_year is not null || word.Length > 4)
        {
            return false;
        }

        // RFC 2822 adds 2000 to two digits below 50, and 1900 to other two digits and to three digits.
        _year = word.Length switch
        {
            <= 2 => number + (number < 50 ? 2000 : 1900),
            3 => number + 1900,
            _ => number,
        };
        return true;
    }

    private bool ReadTime(ReadOnlySpan<char> text)
    {
        if (!FeedClock.TryRead(text, out TimeSpan time, out bool hasSeconds))
        {
            _hasWrongTime = true;
            return false;
        }

        (_time, _hasSeconds) = (time, hasSeconds);
        return true;
    }

    private bool ReadZone(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('+' or '-'))
        {
            // "(Central European Time)" repeats what the offset said; "GMT+0200" is its offset.
            int sign = text.IndexOfAny('+', '-');
            if (sign > 0)
            {
                return ReadZone(text[sign..]);
            }

            _offset ??= ZoneNames.Find(text);
            return true;
        }

        bool isOffset = FeedOffset.TryRead(text, out TimeSpan? offset);
        _offset = isOffset ? offset : _offset;
        return isOffset || text.Length == 1;
    }

    private readonly ArticleDate? ToDate()
    {
        int year = DateYears.OfMachine(_year.GetValueOrDefault());
        if (year == 0 || _month is < 1 or > 12 || _day < 1 || _day > DateTime.DaysInMonth(year, _month ?? 1)
            || (_isMonthDoubtful && _hasUnknownName))
        {
            return null;
        }

        var day = new DateTime(year, _month ?? 1, _day ?? 1);
        TimeSpan? time = TimeOfDay();
        DatePrecision precision = this switch
        {
            { _month: null } => DatePrecision.Year,
            { _day: null } => DatePrecision.Month,
            _ when time is null => DatePrecision.Day,
            { _hasSeconds: false } => DatePrecision.Minute,
            _ => DatePrecision.Second,
        };
        return new ArticleDate(day + (time ?? TimeSpan.Zero), precision, _offset);
    }

    /// <summary>The time of day; null when missing, or when words leave the hour open.</summary>
    private readonly TimeSpan? TimeOfDay()
    {
        if (_time is not { } time || (_isHalfUnknown && _half == DayHalf.None && time.Hours is > 0 and <= 12))
        {
            return null;
        }

        return _half == DayHalf.None
            ? time
            : DayHalves.HourOf(_half, time.Hours) is { } hour
            ? time + TimeSpan.FromHours(hour - time.Hours)
            : null;
    }
}
