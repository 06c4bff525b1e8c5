using System.Collections.Frozen;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the time of day, and its offset, beside a date.</summary>
internal readonly ref struct ClockText
{
    private const int FarthestAfter = 5;

    private static readonly FrozenDictionary<string, int> ZoneMinutes = new (int Minutes, string Names)[]
    {
        (0, "Z UTC GMT WET"), (60, "BST CET MEZ"), (120, "CEST MESZ EET"), (180, "EEST MSK"), (540, "JST KST"), (600, "AEST"),
        (660, "AEDT"), (720, "NZST"), (780, "NZDT"), (-240, "EDT"), (-300, "EST CDT"), (-360, "MDT"), (-420, "MST PDT"), (-480, "PST"),
    }.SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Minutes)).ToFrozenDictionary();

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;

    public ClockText(ReadOnlySpan<char> text, List<DateToken> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    /// <summary>Reads the time within a few tokens after a date.</summary>
    public bool TryAfter(int next, out TimeOnly time, out DatePrecision precision, out TimeSpan? offset)
    {
        for (int i = next; i < Math.Min(next + FarthestAfter, _tokens.Count); i++)
        {
            if (_tokens[i].IsNumber)
            {
                return TryAt(i, out time, out precision, out offset, out _);
            }
        }

        return None(out time, out precision, out offset);
    }

    /// <summary>Reads the time that ends right before a date, as in "14:20, 3 May 2026".</summary>
    public bool TryBefore(int first, out TimeOnly time, out DatePrecision precision, out TimeSpan? offset)
    {
        for (int i = Math.Max(0, first - 8); i < first - 2; i++)
        {
            if (_tokens[i].IsNumber && TryAt(i, out time, out precision, out offset, out int end) && end <= first && end >= first - 3)
            {
                return true;
            }
        }

        return None(out time, out precision, out offset);
    }

    private bool TryAt(int i, out TimeOnly time, out DatePrecision precision, out TimeSpan? offset, out int end)
    {
        end = i;
        None(out time, out precision, out offset);
        if (i + 2 >= _tokens.Count || _tokens[i].Digits > 2 || !IsTimeMark(_tokens[i + 1]) || _tokens[i + 2].Digits != 2)
        {
            return TryCompact(i, out time, out precision, out offset);
        }

        int hour = _tokens[i].Value;
        int minute = _tokens[i + 2].Value;
        int second = 0;
        precision = DatePrecision.Minute;
        end = i + 3;
        if (end + 1 < _tokens.Count && Is(end, ':') && _tokens[end + 1].Digits == 2)
        {
            second = _tokens[end + 1].Value;
            precision = DatePrecision.Second;
            end += 2;
            if (end + 1 < _tokens.Count && Is(end, '.') && _tokens[end].End == _tokens[end + 1].Start && _tokens[end + 1].IsNumber)
            {
                end += 2;
            }
        }

        hour = OfTwelve(hour, ref end);
        if (hour > 23 || minute > 59 || second > 59)
        {
            return None(out time, out precision, out offset);
        }

        time = new TimeOnly(hour, minute, second);
        offset = OffsetAt(ref end);
        return true;
    }

    /// <summary>101530 and 1015, as in 20260503T101530Z.</summary>
    private bool TryCompact(int i, out TimeOnly time, out DatePrecision precision, out TimeSpan? offset)
    {
        None(out time, out precision, out offset);
        DateToken token = _tokens[i];
        if (token.Digits != 6 || i == 0 || !_tokens[i - 1].IsWord)
        {
            return false;
        }

        int hour = token.Value / 10000, minute = token.Value / 100 % 100, second = token.Value % 100;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        int end = i + 1;
        time = new TimeOnly(hour, minute, second);
        precision = DatePrecision.Second;
        offset = OffsetAt(ref end);
        return true;
    }

    private int OfTwelve(int hour, ref int end)
    {
        if (end >= _tokens.Count || !_tokens[end].IsWord)
        {
            return hour;
        }

        ReadOnlySpan<char> word = _text[_tokens[end].Start.._tokens[end].End];
        bool isDotted = word.Length == 1 && end + 2 < _tokens.Count && Is(end + 1, '.') && _text[_tokens[end + 2].Start] is 'm' or 'M';
        bool isMorning = word.Equals("am", StringComparison.OrdinalIgnoreCase) || (isDotted && word[0] is 'a' or 'A');
        bool isEvening = word.Equals("pm", StringComparison.OrdinalIgnoreCase) || (isDotted && word[0] is 'p' or 'P');
        if ((!isMorning && !isEvening) || hour > 12)
        {
            return hour;
        }

        end += isDotted ? 4 : 1;
        return (hour % 12) + (isEvening ? 12 : 0);
    }

    private TimeSpan? OffsetAt(ref int end)
    {
        int sign = end;
        if (end < _tokens.Count && _tokens[end].IsWord
            && ZoneMinutes.TryGetValue(_text[_tokens[end].Start.._tokens[end].End].ToString(), out int minutes))
        {
            end++;
            return TimeSpan.FromMinutes(minutes);
        }

        if (sign + 1 >= _tokens.Count || !(Is(sign, '+') || Is(sign, '-') || Is(sign, '\u2212'))
            || _tokens[sign].End != _tokens[sign + 1].Start || _tokens[sign + 1].Digits is not (2 or 4))
        {
            return null;
        }

        DateToken number = _tokens[sign + 1];
        int total = number.Digits == 4 ? ((number.Value / 100) * 60) + (number.Value % 100) : number.Value * 60;
        end = sign + 2;
        if (number.Digits == 2 && end + 1 < _tokens.Count && Is(end, ':') && _tokens[end + 1].Digits == 2)
        {
            total += _tokens[end + 1].Value;
            end += 2;
        }

        return total > 14 * 60 ? null : TimeSpan.FromMinutes(Is(sign, '+') ? total : -total);
    }

    private bool IsTimeMark(DateToken token) => !token.IsNumber && token.End - token.Start == 1
        && _text[token.Start] is ':' or '.' or 'h' or 'H' or '時' or '时' or '시';

    private bool Is(int token, char mark) => _text[_tokens[token].Start] == mark;

    private static bool None(out TimeOnly time, out DatePrecision precision, out TimeSpan? offset)
    {
        time = default;
        precision = DatePrecision.Day;
        offset = null;
        return false;
    }
}
