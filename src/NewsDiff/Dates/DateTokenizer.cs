using System.Collections.Frozen;
using System.Globalization;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>Cuts the beginning of a text into tokens, without spaces and invisible marks.</summary>
internal ref struct DateTokenizer
{
    private const int LongestText = 400;

    /// <summary>The usual number of characters of a token and the space before it.</summary>
    private const int CharactersOfToken = 4;

    /// <summary>The maximum length of a part of an abbreviation such as "p. m." or "พ.ค.".</summary>
    private const int LongestPart = 3;

    /// <summary>The maximum number of characters before a quote inside a word, as in לפנה״צ.</summary>
    private const int LongestBeforeJoint = 4;

    private const int MostParts = 3;
    private const int LongestKey = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthSigns =
        KnownLanguages.Lookup(static language => language.MonthSigns);

    private readonly ReadOnlySpan<char> _text;
    private readonly string? _language;
    private readonly List<DateToken> _tokens;
    private int _position;

    /// <summary>Whether a year in Chinese numerals was read, and so month and day may follow.</summary>
    private bool _isInNumerals;

    private DateTokenizer(ReadOnlySpan<char> text, string? language)
    {
        _text = text[..Math.Min(text.Length, LongestText)];
        _tokens = new List<DateToken>((_text.Length / CharactersOfToken) + 1);
        _language = language;
    }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The code of its language, or null.</param>
    public static List<DateToken> Split(ReadOnlySpan<char> text, string? language)
    {
        var tokenizer = new DateTokenizer(text, language);
        while (tokenizer._position < tokenizer._text.Length)
        {
            tokenizer.ReadToken();
        }

        return tokenizer._tokens;
    }

    private void ReadToken()
    {
        char c = _text[_position];
        if (char.IsDigit(c))
        {
            ReadNumber();
        }
        else if (ChineseNumber.LengthAt(_text[_position..], _isInNumerals) is > 0 and var length)
        {
            ReadChineseNumber(length);
        }
        else if (char.IsLetter(c))
        {
            ReadWord();
        }
        else
        {
            _position++;
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                _tokens.Add(new DateToken(_position - 1, _position, 0, 0, false));
            }
        }
    }

    private void ReadNumber()
    {
        const int mostDigits = 9;
        int start = _position;
        int value = 0;
        for (; _position < _text.Length && char.IsDigit(_text[_position]); _position++)
        {
            value = _position - start < mostDigits
                ? (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(_text[_position])
                : -1;
        }

        DateToken? before = _tokens.Count > 0 ? _tokens[^1] : null;
        bool isMonth = before is { IsWord: true } word
            && _position - start <= 2
            && value is >= 1 and <= 12
            && MonthSigns.Contains(_text[word.Start..word.End]);
        if (isMonth)
        {
            // Vietnamese numbers the months: "tháng 5" is May.
            _tokens[^1] = new DateToken(before!.Value.Start, _position, 0, value, true);
            return;
        }

        _tokens.Add(new DateToken(start, _position, _position - start, value, false));
    }

    private void ReadChineseNumber(int length)
    {
        _isInNumerals = true;
        int value = ChineseNumber.Read(_text.Slice(_position, length));
        int digits = value > 99 ? length : value > 9 ? 2 : 1;
        _tokens.Add(new DateToken(_position, _position + length, digits, value, false));
        _position += length;
    }

    private void ReadWord()
    {
        int start = _position;
        _position = EndOfWord(start);
        DateWord meaning = LongestName(start) ?? MeaningOf(_text[start.._position]);
        _tokens.Add(new DateToken(start, _position, 0, meaning.Month, true, meaning));
    }

    private readonly DateWord MeaningOf(ReadOnlySpan<char> word)
    {
        DateWord general = DateWords.Find(word);
        if (word.Length > LongestPart && !general.IsDisputed)
        {
            return general;
        }

        DateWord special = DateWords.FindIn(_language, word);
        return !special.IsKnown ? general
            : general with
            {
                Month = Math.Max(general.Month, special.Month),
                Half = special.Half == DayHalf.None ? general.Half : special.Half,
            };
    }

    /// <summary>Reads an abbreviation with dots or quotes, or a name of several words.</summary>
    private DateWord? LongestName(int start)
    {
        bool isName = DateWords.BeginsName(_text[start.._position]);
        if (!isName
            && (_position - start > LongestBeforeJoint || _position == _text.Length || !IsJoint(_text[_position])))
        {
            return null;
        }

        Span<char> key = stackalloc char[LongestKey];
        int length = Append(key, 0, _text[start.._position]);
        DateWord? longest = null;
        int end = _position;
        int next = _position;
        for (int part = 1; part < MostParts && length > 0; part++)
        {
            int partStart = EndOfJoint(next, isName);
            if (partStart == next || partStart == _text.Length || !char.IsLetter(_text[partStart]))
            {
                break;
            }

            next = EndOfWord(partStart);
            length = isName ? Append(key, length, " ") : length;
            length = Append(key, length, _text[partStart..next]);
            if (length > 0 && MeaningOf(key[..length]) is { IsKnown: true } known)
            {
                (longest, end) = (known, next);
            }
        }

        _position = end;
        return longest;
    }

    /// <summary>Skips the characters between two parts.</summary>
    /// <remarks>In a name, these are spaces and hyphens; elsewhere, a joint and a space.</remarks>
    private readonly int EndOfJoint(int start, bool isName)
    {
        int end = start;
        while (end < _text.Length
            && (isName
                ? char.IsWhiteSpace(_text[end]) || _text[end] == '-'
                : end - start < 2 && (IsJoint(_text[end]) || (end > start && char.IsWhiteSpace(_text[end])))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Returns the new length; 0 when it would be too long.</summary>
    private static int Append(Span<char> key, int length, ReadOnlySpan<char> part)
    {
        bool fits = length + part.Length <= key.Length && (length > 0 || !part.IsEmpty);
        return fits && part.TryCopyTo(key[length..]) ? length + part.Length : 0;
    }

    private static bool IsJoint(char c) => c is '.' or '"' or '״' or '”' or '\'';

    private readonly int EndOfWord(int start)
    {
        if (IsUnit(_text[start]))
        {
            return start + 1;
        }

        int end = start;
        while (end < _text.Length && IsPartOfWord(end) && !IsUnit(_text[end])
            && !(end > start && ChineseNumber.LengthAt(_text[end..], isAfterYear: false) > 0)
            && !(end > start && char.IsUpper(_text[end]) && char.IsLower(_text[end - 1])))
        {
            end++;
        }

        return end;
    }

    private readonly bool IsPartOfWord(int index)
    {
        const char nonJoiner = '\u200c';
        const char joiner = '\u200d';
        char c = _text[index];
        return char.IsLetter(c) || c is nonJoiner or joiner
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>Whether it is an East Asian unit after a number: year, month, day, hour, minute.</summary>
    private static bool IsUnit(char c) => "年月日時时分년월일시분号號点點".Contains(c, StringComparison.Ordinal);
}
