namespace NewsDiff.Dates;

/// <summary>Finds the time of day, and its offset, beside a date.</summary>
/// <remarks>
/// An unknown word beside the clock time may name the half of the day, so no time is read: it could be twelve hours
/// off.
/// </remarks>
internal readonly ref struct ClockText
{
    private const int FarthestAfter = 7;
    private const int FarthestBefore = 8;
    private const int MostBetween = 3;

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly HalfText _half;
    private readonly OffsetText _offset;

    public ClockText(ReadOnlySpan<char> text, List<DateToken> tokens, DateConvention convention)
    {
        _text = text;
        _tokens = tokens;
        _half = new HalfText(text, tokens, convention);
        _offset = new OffsetText(text, tokens, convention);
    }

    /// <summary>Reads the time within a few tokens after a date.</summary>
    public ClockReading? After(int next)
    {
        for (int i = next; i < Math.Min(next + FarthestAfter, _tokens.Count); i++)
        {
            if (_tokens[i].IsNumber)
            {
                bool isOfUpdate = UpdateWords.IndexIn(_text[_tokens[next].Start.._tokens[i].Start]) >= 0;
                return isOfUpdate ? null : At(i);
            }
        }

        return null;
    }

    /// <summary>Reads the time directly before a date, as in "14:20, 3 May 2026".</summary>
    public ClockReading? Before(int first)
    {
        for (int i = Math.Max(0, first - FarthestBefore); i < first - 2; i++)
        {
            if (_tokens[i].IsNumber && At(i) is { } found && found.End <= first && found.End >= first - MostBetween)
            {
                return found;
            }
        }

        return null;
    }

    private ClockReading? At(int i)
    {
        if (i + 2 >= _tokens.Count
            || _tokens[i].Digits > 2
            || !IsTimeMark(_tokens[i + 1])
            || _tokens[i + 2].Digits != 2)
        {
            return Compact(i);
        }

        int second = 0;
        DatePrecision precision = DatePrecision.Minute;
        int end = i + 3;
        if (end + 1 < _tokens.Count && Is(end, ':') && _tokens[end + 1].Digits == 2)
        {
            second = _tokens[end + 1].Value;
            precision = DatePrecision.Second;
            end += 2;
            if (end + 1 < _tokens.Count
                && Is(end, '.')
                && _tokens[end].End == _tokens[end + 1].Start
                && _tokens[end + 1].IsNumber)
            {
                end += 2;
            }
        }
        else if (end < _tokens.Count && _text[_tokens[end].Start] is '分' or '분')
        {
            end++;
        }

        int? hour = _half.HourAt(i, ref end);
        return hour is { } stated ? Make((stated, _tokens[i + 2].Value, second), precision, end) : null;
    }

    /// <summary>Reads 101530, as in 20260503T101530Z.</summary>
    private ClockReading? Compact(int i)
    {
        DateToken token = _tokens[i];
        return token.Digits == 6 && i > 0 && _tokens[i - 1].IsWord
            ? Make((token.Value / 10000, token.Value / 100 % 100, token.Value % 100), DatePrecision.Second, i + 1)
            : null;
    }

    private ClockReading? Make((int Hour, int Minute, int Second) time, DatePrecision precision, int end)
    {
        if (time.Hour > 23 || time.Minute > 59 || time.Second > 59)
        {
            return null;
        }

        TimeSpan? offset = _offset.At(ref end, precision == DatePrecision.Second);
        return new ClockReading(new TimeOnly(time.Hour, time.Minute, time.Second), precision, offset, end);
    }

    private bool IsTimeMark(DateToken token) => !token.IsNumber && token.End - token.Start == 1
        && _text[token.Start] is ':' or '.' or 'h' or 'H' or '時' or '时' or '시' or '點' or '点' or '：';

    private bool Is(int token, char mark) => _text[_tokens[token].Start] == mark;
}
