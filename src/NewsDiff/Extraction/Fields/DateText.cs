namespace NewsDiff.Extraction.Fields;

/// <summary>Finds a date, and the time beside it, in a text of any of many languages.</summary>
internal ref struct DateText
{
    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly bool _isMonthFirst;

    private DateText(ReadOnlySpan<char> text, bool isMonthFirst)
    {
        _text = text;
        _tokens = DateToken.Split(text);
        _isMonthFirst = isMonthFirst;
    }

    /// <summary>Finds the first date of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isMonthFirst">Whether 3/5/2026 is the fifth of March.</param>
    /// <returns>The date with the precision that was stated, at least a day; or null.</returns>
    public static ArticleDate? Find(ReadOnlySpan<char> text, bool isMonthFirst = false)
    {
        var reader = new DateText(text, isMonthFirst);
        for (int i = 0; i < reader._tokens.Count; i++)
        {
            if (reader.TryDateAt(i, out DateOnly day, out int next))
            {
                return reader.WithTime(day, i, next);
            }
        }

        return null;
    }

    private readonly ArticleDate WithTime(DateOnly day, int first, int next)
    {
        var clock = new ClockText(_text, _tokens);
        if (clock.TryAfter(next, out TimeOnly time, out DatePrecision precision, out TimeSpan? offset)
            || clock.TryBefore(first, out time, out precision, out offset))
        {
            return new ArticleDate(day.ToDateTime(time), precision, offset);
        }

        return new ArticleDate(day.ToDateTime(TimeOnly.MinValue), DatePrecision.Day);
    }

    private readonly bool TryDateAt(int i, out DateOnly day, out int next)
    {
        DateToken token = _tokens[i];
        day = default;
        next = i;
        if (token.Digits == 8)
        {
            next = i + 1;
            return TryMake(token.Value / 10000, token.Value / 100 % 100, token.Value % 100, out day);
        }

        if (token.IsYear)
        {
            return TryYearFirst(i, out day, out next);
        }

        if (token.IsMonth)
        {
            return TryMonthFirst(i, out day, out next);
        }

        return token.Digits is 1 or 2 && TryDayFirst(i, out day, out next);
    }

    /// <summary>2026-05-03, 2026/5/3, 2026. 5. 3., 2026年5月3日, 2026. május 3.</summary>
    private readonly bool TryYearFirst(int i, out DateOnly day, out int next)
    {
        int month = AfterSeparator(i);
        int date = AfterSeparator(month);
        next = date + 1;
        day = default;
        return date < _tokens.Count
            && (_tokens[month].Digits is 1 or 2 || _tokens[month].IsMonth)
            && _tokens[date].Digits is 1 or 2
            && TryMake(_tokens[i].Value, _tokens[month].Value, _tokens[date].Value, out day);
    }

    /// <summary>May 3, 2026; also "May 3rd 2026".</summary>
    private readonly bool TryMonthFirst(int i, out DateOnly day, out int next)
    {
        int date = AfterSeparator(i);
        int year = AfterSeparator(date);
        next = year + 1;
        day = default;
        return year < _tokens.Count
            && _tokens[date].Digits is 1 or 2
            && _tokens[year].IsYear
            && TryMake(_tokens[year].Value, _tokens[i].Value, _tokens[date].Value, out day);
    }

    /// <summary>3 May 2026, 3. Mai 2026, 3 de mayo de 2026, 3.5.2026, 3/5/2026, 5/3/26.</summary>
    private readonly bool TryDayFirst(int i, out DateOnly day, out int next)
    {
        int month = AfterSeparator(i);
        int year = AfterSeparator(month);
        next = year + 1;
        day = default;
        if (year >= _tokens.Count || !(_tokens[year].IsYear || _tokens[year].Digits == 2))
        {
            return false;
        }

        int first = _tokens[i].Value;
        int second = _tokens[month].Value;
        int stated = _tokens[year].Digits == 2 ? 2000 + _tokens[year].Value : _tokens[year].Value;
        if (_tokens[month].IsMonth)
        {
            return _tokens[year].IsYear && TryMake(stated, second, first, out day);
        }

        char separator = _text[_tokens[i].End];
        if (_tokens[month].Digits is not (1 or 2) || separator is not ('/' or '.' or '-') || _text[_tokens[year].Start - 1] != separator)
        {
            return false;
        }

        bool isMonthFirst = second > 12 || (_isMonthFirst && separator == '/' && first <= 12);
        return isMonthFirst ? TryMake(stated, first, second, out day) : TryMake(stated, second, first, out day);
    }

    /// <summary>The token after at most two marks or small words such as "de", "of", "." or an ordinal's ending.</summary>
    private readonly int AfterSeparator(int i)
    {
        int next = i + 1;
        for (int skipped = 0; skipped < 2 && next < _tokens.Count; skipped++)
        {
            DateToken token = _tokens[next];
            if (token.IsNumber || token.IsMonth || token.End - token.Start > 3 || _text[token.Start] is ':' or '(' or '|')
            {
                break;
            }

            next++;
        }

        return next;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        const int buddhistEra = 543;
        year = year >= 2500 ? year - buddhistEra : year;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }
}
