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
    private TimeSpan? _offset;

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
            DateDigits.ToAscii(text, ascii);
            text = ascii;
        }

        var date = default(FeedDate);
        if (text.Length < 4 || !FeedNumber.IsDigits(text[..4]))
        {
            return (date.ReadWords(text) ? date.ToDate() : null) ?? DateText.FindOtherCalendar(text);
        }

        if (date.ReadIso(text))
        {
            return date.ToDate();
        }

        // Some feeds put spaces between the parts of a date that is one word.
        date = default;
        return date.ReadIso(text.ToString().Replace(" ", "", StringComparison.Ordinal)) ? date.ToDate() : null;
    }

    private bool ReadIso(ReadOnlySpan<char> text)
    {
        int timeAt = text.IndexOfAny('T', 't', ' ');
        ReadOnlySpan<char> day = timeAt < 0 ? text : text[..timeAt];
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
            if (!name.IsEmpty && !ReadName(name))
            {
                return false;
            }
        }

        return true;
    }

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

        if (separator is not ('-' or '/' or '.'))
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
            return ReadNumber(word);
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
        if (word[0] is '+' or '-')
        {
            return ReadZone(word);
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

        // An unknown word beside the time may mean the afternoon; a capital behind the seconds is a military zone.
        _isAfterUnknownName = !meaning.IsKnown
            && char.IsLetter(word[0]) && !(_hasSeconds && word is [>= 'A' and <= 'Z'])
            && !ClockWords.IsHarmless(word.TrimEnd('.'))
            && !ClockWords.IsZoneLike(word);
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
        return meaning.IsKnown ? meaning : new DateWord(EnglishMonth(letters[..length]));
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

        Span<char> digits = stackalloc char[LongestText];
        int length = 0;
        foreach (char c in text[1..])
        {
            if (c != ':')
            {
                digits[length++] = c;
            }
        }

        if (!FeedNumber.IsDigits(digits[..length]) || length is not (2 or 4))
        {
            return length == 0;
        }

        int hours = int.Parse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture);
        int rest = length == 4 ? int.Parse(digits[2..4], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, rest, 0);
        _offset = offset > TimeSpan.FromHours(14) ? null : text[0] == '-' ? -offset : offset;
        return true;
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

    private static byte EnglishMonth(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> names =
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ];
        for (int i = 0; i < names.Length && word.Length >= 3; i++)
        {
            if (names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (byte)(i + 1);
            }
        }

        return 0;
    }
}
