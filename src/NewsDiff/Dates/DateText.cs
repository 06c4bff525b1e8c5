namespace NewsDiff.Dates;

/// <summary>Finds a date, and the time beside it, in a text of many languages.</summary>
internal readonly ref struct DateText
{
    private const int ThaiCentury = 2500;

    /// <summary>2560, which is 2017.</summary>
    private const int FirstShortThaiYear = 60;

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly DateConvention _convention;

    private DateText(ReadOnlySpan<char> text, DateConvention convention)
    {
        _text = text;
        _tokens = DateTokenizer.Split(text, convention.Language);
        _convention = convention;
        WeekdayWords.Settle(_tokens);
    }

    /// <summary>Finds the first date of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="convention">The date format of the text's origin; by default, the day is before the month.</param>
    /// <returns>The date in the stated precision, which is at least a day; or null.</returns>
    public static ArticleDate? Find(ReadOnlySpan<char> text, DateConvention convention = default) =>
        FindStated(text, convention) is { IsOpen: false } found ? found.Date : null;

    /// <summary>Finds the first date in a text, with its second reading if it is ambiguous.</summary>
    /// <param name="text">The text.</param>
    /// <param name="convention">The date format of the text's origin.</param>
    public static FoundDate? FindStated(ReadOnlySpan<char> text, DateConvention convention)
    {
        // Without a digit there is no date, and most lines have none.
        if (!DateDigits.AreIn(text))
        {
            return null;
        }

        var reader = new DateText(text, convention);
        for (int i = 0; i < reader._tokens.Count; i++)
        {
            if (reader.At(i) is { } found)
            {
                return IsDefault(found.Day) ? null : reader.WithTime(found, i);
            }
        }

        return null;
    }

    /// <summary>Whether a date is the zero of computer clocks, and so an unset date.</summary>
    private static bool IsDefault(DateOnly day) => day is { Year: 1900 or 1970, Month: 1, Day: 1 };

    private FoundDate WithTime(DayReading found, int first)
    {
        var clock = new ClockText(_text, _tokens, _convention);
        ClockReading time = clock.After(found.Next) ?? clock.Before(first) ?? default;
        return new FoundDate(time.On(found.Day), found.Swapped is { } swapped ? time.On(swapped) : null, found.Order);
    }

    private DayReading? At(int i)
    {
        DateToken token = _tokens[i];
        if (new EraFigures(_text, _tokens, _convention.Language).At(i) is { } found)
        {
            return found;
        }

        if (token.Digits == 8)
        {
            return DayReading.Of(token.Value / 10000, token.Value / 100 % 100, token.Value % 100, i + 1);
        }

        if (token.IsYear || (IsPersian && IsPersianYear(i)))
        {
            return YearFirst(i, token.Value);
        }

        if (token.IsMonth || token.Word.IslamicMonth > 0)
        {
            return MonthFirst(i);
        }

        return token.IsWord ? InEra(i) : token.Digits is 1 or 2 ? DayFirst(i) : null;
    }

    /// <summary>Reads 令和8年5月3日, 令8年5月3日, and 令和元年5月1日 in the era's first year.</summary>
    private DayReading? InEra(int i)
    {
        ReadOnlySpan<char> name = _text[_tokens[i].Start.._tokens[i].End];
        if (name is [.., '元'] && Era(name[..^1]) is > 0 and var beforeFirst)
        {
            return YearFirst(i, beforeFirst + 1);
        }

        return Era(name) is > 0 and var before && i + 1 < _tokens.Count && _tokens[i + 1].Digits is 1 or 2 or 3
            ? YearFirst(i + 1, before + _tokens[i + 1].Value)
            : null;
    }

    private bool IsPersian => _convention.Language == "fa";

    /// <summary>Reads 2026-05-03, 2026/5/3, 2026. 5. 3., 2026年5月3日, 2026. május 3., 2026. gada 3. maijā.</summary>
    private DayReading? YearFirst(int i, int year)
    {
        int second = AfterSeparator(i);
        int third = AfterSeparator(second);
        if (third >= _tokens.Count)
        {
            return null;
        }

        DateToken month = _tokens[second];
        DateToken day = _tokens[third];
        (month, day) = day.IsMonth ? (day, month) : (month, day);
        if (!(month.Digits is 1 or 2 || month.IsMonth) || day.Digits is not (1 or 2))
        {
            return null;
        }

        return year < DateYears.First
            ? DayReading.OfPersian(year, month.Value, day.Value, third + 1)
            : DayReading.Of(year, month.Value, day.Value, third + 1);
    }

    /// <summary>Reads May 3, 2026; also "May 3rd 2026" and "Ramadan 15, 1447".</summary>
    private DayReading? MonthFirst(int i)
    {
        int day = AfterSeparator(i);
        int year = AfterSeparator(day);
        if (_tokens[i].Word.IslamicMonth is > 0 and var islamic)
        {
            return year < _tokens.Count && _tokens[day].Digits is 1 or 2 && IsIslamicYear(year)
                ? DayReading.OfIslamic(_tokens[year].Value, islamic, _tokens[day].Value, year + 1)
                : null;
        }

        return year < _tokens.Count
            && _tokens[day].Digits is 1 or 2
            && YearAt(year) is > 0 and var stated
            && !IsHour(year)
            ? DayReading.Of(stated, _tokens[i].Value, _tokens[day].Value, year + 1)
            : null;
    }

    /// <summary>Reads 3 May 2026, 3. Mai 2026, 3 May '26, 3.5.2026, 3/5/26.</summary>
    private DayReading? DayFirst(int i)
    {
        int month = AfterSeparator(i);
        int year = AfterSeparator(month);
        if (year < _tokens.Count
            && _tokens[month].IsMonth
            && _tokens[year].IsMonth
            && _tokens[year].Value == _tokens[month].Value)
        {
            // The same month by another name: كانون الثاني/يناير.
            year = AfterSeparator(year);
        }

        return year >= _tokens.Count ? null
            : OtherCalendar(i, month, year) is { } other ? other
            : _tokens[month].IsMonth
                ? YearAt(year) is > 0 and var stated && !IsHour(year)
                    ? DayReading.Of(stated, _tokens[month].Value, _tokens[i].Value, year + 1)
                    : null
            : InFigures(i, month, year);
    }

    /// <summary>Reads a day and a month by name, of which month or year is not Gregorian.</summary>
    private DayReading? OtherCalendar(int i, int month, int year)
    {
        if (_tokens[month].Word.PersianMonth is > 0 and var persian)
        {
            return IsPersianYear(year)
                ? DayReading.OfPersian(_tokens[year].Value, persian, _tokens[i].Value, year + 1)
                : null;
        }

        if (_tokens[month].Word.IslamicMonth is > 0 and var islamic)
        {
            return IsIslamicYear(year)
                ? DayReading.OfIslamic(_tokens[year].Value, islamic, _tokens[i].Value, year + 1)
                : null;
        }

        return _tokens[month].IsMonth && IsShortThaiYear(year)
            ? DayReading.Of(ThaiCentury + _tokens[year].Value, _tokens[month].Value, _tokens[i].Value, year + 1)
            : null;
    }

    private DayReading? InFigures(int first, int second, int year)
    {
        char separator = _text[_tokens[first + 1].Start];
        bool isDate = second == first + 2 && year == second + 2 && _tokens[second].Digits is 1 or 2
            && separator is '/' or '.' or '-' && _text[_tokens[second + 1].Start] == separator
            && (_tokens[year].IsYear
                || (_tokens[year].Digits == 2 && ShortYears.AreWrittenLast(_convention.Language, separator)));
        if (!isDate)
        {
            return null;
        }

        int stated = _tokens[year].Digits == 2 ? ShortYears.ToYear(_tokens[year].Value) : _tokens[year].Value;

        // With dots and a four-digit year, the day comes first, except for some Americans.
        bool isEuropean = separator == '.' && _tokens[year].IsYear && _convention.Order == DateOrder.Unknown;
        DateOrder order = isEuropean ? DateOrder.DayFirst : _convention.Order;
        return FiguresOrder.Read(
            stated,
            (_tokens[first].Value, _tokens[second].Value),
            separator,
            order,
            year + 1,
            WeekdayBeside(first, year));
    }

    private int WeekdayBeside(int first, int last)
    {
        int before = first > 0 && !_tokens[first - 1].IsWord ? first - 2 : first - 1;
        return before >= 0 && _tokens[before].IsWeekday ? _tokens[before].Word.Weekday
            : last + 1 < _tokens.Count && _tokens[last + 1].IsWeekday ? _tokens[last + 1].Word.Weekday : 0;
    }

    /// <summary>The token after up to three marks or small words, such as "de" or "of".</summary>
    /// <remarks>A mark is, for example, a full stop or the ending of an ordinal.</remarks>
    private int AfterSeparator(int i)
    {
        const int mostSkipped = 3;
        int next = i + 1;
        for (int skipped = 0; skipped < mostSkipped && next < _tokens.Count; skipped++)
        {
            DateToken token = _tokens[next];
            bool isSmall = token.IsWord
                ? token.Word.IsMonthOrWeekday
                    || IsEnding(token)
                    || DateParticles.Contains(_text[token.Start..token.End])
                : _text[token.Start] is not (':' or '(' or '|');
            if (token.IsNumber || token.IsMonth || token.Word.IsOtherMonth || !isSmall)
            {
                break;
            }

            next++;
        }

        return next;
    }

    /// <summary>Whether a word is the ending of an ordinal, such as "rd" and "ko".</summary>
    private bool IsEnding(DateToken token) =>
        token.End - token.Start <= 2 && token.Start > 0 && char.IsDigit(_text[token.Start - 1]);

    /// <summary>Whether four digits are a time, not a year, as in "5 May, 2030 hrs".</summary>
    private bool IsHour(int year) =>
        year + 1 < _tokens.Count
            && _text[_tokens[year + 1].Start.._tokens[year + 1].End] is "hrs" or "hours" or "Hrs" or "Hours" or "HRS";

    /// <summary>The year at a token: 2026, or '26 with an apostrophe; 0 for none.</summary>
    private int YearAt(int i)
    {
        DateToken token = _tokens[i];
        return token.IsYear ? token.Value
            : token.Digits == 2 && token.Start > 0 && _text[token.Start - 1] is '\'' or '’' or '‘'
                ? ShortYears.ToYear(token.Value)
                : 0;
    }

    /// <summary>Whether a year is Iranian; that calendar is 621 years behind.</summary>
    private bool IsPersianYear(int i) => _tokens[i].Digits == 4 && _tokens[i].Value is > 1300 and < 1449;

    /// <summary>Whether a year is of the Islamic calendar, which has shorter years.</summary>
    private bool IsIslamicYear(int i) => _tokens[i].Digits == 4 && _tokens[i].Value is > 1318 and < 1500;

    /// <summary>Whether two digits are a Thai year; lower ones would be of the last century.</summary>
    private bool IsShortThaiYear(int i) =>
        _convention.Language == "th" && _tokens[i].Digits == 2 && _tokens[i].Value >= FirstShortThaiYear;

    /// <summary>The year before an era's first, or 0.</summary>
    private static int Era(ReadOnlySpan<char> name) => name switch
    {
        [.., '令', '和'] => 2018,
        [.., '平', '成'] => 1988,
        [.., '昭', '和'] => 1925,
        [.., '民', '國'] or [.., '民', '国'] => 1911,
        _ => 0,
    };
}
