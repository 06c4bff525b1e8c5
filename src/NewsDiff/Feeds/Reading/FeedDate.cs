using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the dates of feeds: RFC 822 and what is made of it, ISO 8601 and its shortenings, and C's asctime.</summary>
/// <remarks>
/// The parts are told apart by their form, not by their place: a month by its name, a time by its colons, a year by its digits.
/// </remarks>
internal ref struct FeedDate
{
    private const int LongestText = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,\t\n\r");

    /// <summary>Offsets in minutes of the zone names that RFC 822 knows and of those seen in the wild.</summary>
    private static readonly FrozenDictionary<string, int> Zones = new (string Names, int Minutes)[]
    {
        ("z ut gmt utc wet", 0),
        ("west bst cet met mez", 60),
        ("cest mest mesz eet sast", 120),
        ("eest msk", 180),
        ("ist", 330),
        ("hkt sgt awst", 480),
        ("jst kst", 540),
        ("aest", 600),
        ("aedt", 660),
        ("nzst", 720),
        ("nzdt", 780),
        ("adt brt art", -180),
        ("ast edt", -240),
        ("est et cdt", -300),
        ("cst ct mdt", -360),
        ("mst mt pdt", -420),
        ("pst pt akdt", -480),
        ("akst", -540),
        ("hst", -600),
    }
        .SelectMany(static zone => zone.Names.Split(' ').Select(name => KeyValuePair.Create(name, zone.Minutes)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private int? _year;
    private int? _month;
    private int? _day;
    private TimeSpan? _time;
    private bool _hasSeconds;
    private TimeSpan? _offset;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text, or nothing.</param>
    /// <returns>The date with the precision and the offset that the text states; null when it is none.</returns>
    public static ArticleDate? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > LongestText)
        {
            return null;
        }

        var date = default(FeedDate);
        if (text.Length < 4 || !IsDigits(text[..4]))
        {
            return date.ReadWords(text) ? date.ToDate() : null;
        }

        if (date.ReadIso(text))
        {
            return date.ToDate();
        }

        // Some put spaces between the parts of a date of one word.
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
        int zoneAt = rest.IndexOfAny("+-Zz ");
        return ReadTime(zoneAt < 0 ? rest : rest[..zoneAt]) && (zoneAt < 0 || ReadZone(rest[zoneAt..].Trim()));
    }

    private bool ReadIsoDay(ReadOnlySpan<char> day)
    {
        char separator = day.Length > 4 ? day[4] : '-';
        if (char.IsAsciiDigit(separator))
        {
            return day.Length is 6 or 8
                && Number(day[..4], out _year) && Number(day[4..6], out _month) && (day.Length == 6 || Number(day[6..], out _day));
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
                0 => digits.Length == 4 && Number(digits, out _year),
                1 => Number(digits, out _month),
                2 => Number(digits, out _day),
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
            int zoneAt = word.IndexOfAny('+', '-', 'Z');
            return ReadTime(zoneAt < 0 ? word : word[..zoneAt]) && (zoneAt < 0 || ReadZone(word[zoneAt..]));
        }

        if (IsDigits(word))
        {
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

        if (_month is null && MonthOf(word) is { } month)
        {
            _month = month;
            return true;
        }

        if (_time is { } time && word is ['a' or 'A' or 'p' or 'P', 'm' or 'M'])
        {
            int hour = (time.Hours % 12) + (word[0] is 'p' or 'P' ? 12 : 0);
            _time = time + TimeSpan.FromHours(hour - time.Hours);
            return true;
        }

        // Only after the time: before it, a name is that of a day, in whatever language.
        return _time is null || ReadZone(word);
    }

    private bool ReadNumber(ReadOnlySpan<char> word)
    {
        if (!Number(word, out int? number))
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

        // Two digits: RFC 2822 counts those below 50 to this century, three digits from 1900.
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
        int fraction = text.IndexOfAny('.', ',');
        ReadOnlySpan<char> clock = fraction < 0 ? text : text[..fraction];
        Span<int> parts = stackalloc int[3];
        int count = clock.Contains(':') ? ReadParts(clock, parts) : ReadPairs(clock, parts);
        if (count < 2 || parts[0] > 24 || parts[1] > 59 || parts[2] > 60)
        {
            return false;
        }

        _hasSeconds = count == 3;
        _time = new TimeSpan(parts[0], parts[1], Math.Min(parts[2], 59));
        return true;
    }

    /// <summary>Reads "14:20:05"; gives the number of parts, or 0.</summary>
    private static int ReadParts(ReadOnlySpan<char> clock, Span<int> parts)
    {
        int count = 0;
        foreach (Range range in clock.Split(':'))
        {
            if (count == parts.Length || !Number(clock[range], out int? number))
            {
                return 0;
            }

            parts[count++] = number.GetValueOrDefault();
        }

        return count;
    }

    /// <summary>Reads "142005"; gives the number of parts, or 0.</summary>
    private static int ReadPairs(ReadOnlySpan<char> clock, Span<int> parts)
    {
        int count = 0;
        for (; count * 2 < clock.Length; count++)
        {
            if (count == parts.Length || clock.Length % 2 != 0 || !Number(clock.Slice(count * 2, 2), out int? number))
            {
                return 0;
            }

            parts[count] = number.GetValueOrDefault();
        }

        return count;
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

            _offset ??= Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int minutes)
                ? TimeSpan.FromMinutes(minutes)
                : null;
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

        if (!IsDigits(digits[..length]) || length is not (2 or 4))
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
        if (_year is not (>= 1 and <= 9998) || _month is < 1 or > 12 || _day < 1
            || _day > DateTime.DaysInMonth(_year.Value, _month ?? 1))
        {
            return null;
        }

        var day = new DateTime(_year.Value, _month ?? 1, _day ?? 1);
        DatePrecision precision = this switch
        {
            { _month: null } => DatePrecision.Year,
            { _day: null } => DatePrecision.Month,
            { _time: null } => DatePrecision.Day,
            { _hasSeconds: false } => DatePrecision.Minute,
            _ => DatePrecision.Second,
        };
        return new ArticleDate(day + (_time ?? TimeSpan.Zero), precision, _offset);
    }

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        const string Names = "janfebmaraprmayjunjulaugsepoctnovdec";
        if (word.Length < 3)
        {
            return null;
        }

        int at = Names.AsSpan().IndexOf(word[..3], StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Digits);

    private static bool Number(ReadOnlySpan<char> text, out int? number)
    {
        bool isNumber = IsDigits(text) && text.Length <= 4;
        number = isNumber ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return isNumber;
    }
}
