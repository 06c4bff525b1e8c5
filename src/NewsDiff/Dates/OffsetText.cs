namespace NewsDiff.Dates;

/// <summary>Reads the offset from UTC after a clock time.</summary>
internal readonly ref struct OffsetText
{
    private const int MostMinutes = 14 * 60;
    private const int MostMinutesBehind = 12 * 60;

    private readonly ReadOnlySpan<char> _text;
    private readonly List<DateToken> _tokens;
    private readonly DateConvention _convention;

    public OffsetText(ReadOnlySpan<char> text, List<DateToken> tokens, DateConvention convention)
    {
        _text = text;
        _tokens = tokens;
        _convention = convention;
    }

    /// <summary>Reads an offset: a zone's name, or a number with its sign.</summary>
    /// <param name="end">The token after the clock; moved beyond what is read.</param>
    /// <param name="isExact">
    /// Whether the clock has seconds; without them, it may begin a span such as 10:15-11:30.
    /// </param>
    public TimeSpan? At(ref int end, bool isExact)
    {
        int name = end < _tokens.Count && Is(end, '(') ? end + 1 : end;
        if (name < _tokens.Count && _tokens[name].IsWord && ZoneAt(name) is { } zone)
        {
            end = name + 1;
            bool isFromUtc = zone == TimeSpan.Zero && IsSigned(end);
            return isFromUtc ? Signed(ref end, isBehindName: true) : zone;
        }

        return IsSigned(end) && _tokens[end + 1].Digits is 2 or 4 && (isExact || !IsSpan(end))
            ? Signed(ref end, isBehindName: false)
            : null;
    }

    private TimeSpan? ZoneAt(int i)
    {
        ReadOnlySpan<char> name = _text[_tokens[i].Start.._tokens[i].End];
        bool isName = name is "Z" || (name.Length >= 3 && IsCapitals(name));
        return isName ? ZoneNames.Find(name, _convention.Country) : null;
    }

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSigned(int sign) => sign + 1 < _tokens.Count && (Is(sign, '+') || IsMinus(sign))
        && _tokens[sign].End == _tokens[sign + 1].Start && _tokens[sign + 1].Digits is 1 or 2 or 4;

    /// <summary>Whether the sign is a dash before another clock.</summary>
    private bool IsSpan(int sign) =>
        IsMinus(sign) && _tokens[sign + 1].Digits == 2 && sign + 2 < _tokens.Count && Is(sign + 2, ':')
            && !(sign > 3 && Is(sign - 4, 'T'));

    private TimeSpan? Signed(ref int end, bool isBehindName)
    {
        int sign = end;
        DateToken number = _tokens[sign + 1];
        int total = number.Digits == 4 ? (number.Value / 100 * 60) + (number.Value % 100) : number.Value * 60;
        end = sign + 2;
        if (number.Digits < 4 && end + 1 < _tokens.Count && Is(end, ':') && _tokens[end + 1].Digits == 2)
        {
            total += _tokens[end + 1].Value;
            end += 2;
        }

        int most = Is(sign, '+') ? MostMinutes : MostMinutesBehind;
        return total > most || (number.Digits == 1 && !isBehindName)
            ? null
            : TimeSpan.FromMinutes(Is(sign, '+') ? total : -total);
    }

    private bool IsMinus(int token) => Is(token, '-') || Is(token, '\u2212');

    private bool Is(int token, char mark) => _text[_tokens[token].Start] == mark;
}
