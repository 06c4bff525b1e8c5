using System.Buffers;
using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>Reads dates in figures whose calendar only an era's sign tells: 1447/05/12 هـ, R7.5.3, 令7.5.3.</summary>
internal readonly ref struct EraFigures(ReadOnlySpan<char> text, List<DateToken> tokens, string? language)
{
    private const int FirstIslamicYear = 1319;
    private const int LastIslamicYear = 1499;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IslamicEras =
        KnownLanguages.Lookup(static language => language.IslamicEras);

    private static readonly SearchValues<string> Labels = SearchValues.Create(
        KnownLanguages.Phrases(static language => [.. language.PublishLabels, .. language.UpdateLabels]),
        StringComparison.OrdinalIgnoreCase);

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Reads a date at a token; null for none.</summary>
    public DayReading? At(int i) => tokens[i].IsNumber ? Islamic(i) : tokens[i].IsWord ? Japanese(i) : null;

    /// <summary>Reads 1447/05/12 هـ and 12-05-1447 AH; without the era it may be anything.</summary>
    private DayReading? Islamic(int i)
    {
        int era = i + 5;
        if (era >= tokens.Count || !AreFigures(i) || tokens[i + 2].Digits > 2
            || !IslamicEras.Contains(_text[tokens[era].Start..tokens[era].End]))
        {
            return null;
        }

        bool isYearFirst = tokens[i].Digits == 4;
        (DateToken year, DateToken day) = isYearFirst ? (tokens[i], tokens[i + 4]) : (tokens[i + 4], tokens[i]);
        return year is { Digits: 4, Value: >= FirstIslamicYear and <= LastIslamicYear } && day.Digits <= 2
            ? DayReading.OfIslamic(year.Value, tokens[i + 2].Value, day.Value, era + 1)
            : null;
    }

    /// <summary>Reads R7.5.3 and 令7.5.3 in a Japanese text, with no name beside it.</summary>
    private DayReading? Japanese(int i)
    {
        int before = language == "ja" && tokens[i].End == tokens[i].Start + 1 ? YearBefore(_text[tokens[i].Start]) : 0;
        int last = i + 5;
        bool isDate = before > 0
            && last < tokens.Count
            && tokens[i + 1].Start == tokens[i].End
            && AreFigures(i + 1)
            && tokens[i + 1].Digits <= 2 && tokens[i + 3].Digits <= 2 && tokens[last].Digits <= 2
            && StandsAlone(i - 1) && StandsAlone(last + 1);
        return isDate ? DayReading.Of(before + tokens[i + 1].Value, tokens[i + 3].Value, tokens[last].Value, last + 1)
            : null;
    }

    /// <summary>Whether three numbers follow with the same mark between them, and no spaces.</summary>
    private bool AreFigures(int i)
    {
        char mark = _text[tokens[i].End < _text.Length ? tokens[i].End : 0];
        return mark is '/' or '.' or '-'
            && tokens[i].IsNumber && tokens[i + 2].IsNumber && tokens[i + 4].IsNumber
            && _text[tokens[i + 1].Start] == mark && _text[tokens[i + 3].Start] == mark
            && tokens[i + 4].End - tokens[i].Start
                == tokens[i].Digits + tokens[i + 2].Digits + tokens[i + 4].Digits + 2;
    }

    /// <summary>Whether the token beside a date is none of a product's name or version.</summary>
    private bool StandsAlone(int i)
    {
        if (i < 0 || i >= tokens.Count || tokens[i].IsWeekday)
        {
            return true;
        }

        ReadOnlySpan<char> beside = _text[tokens[i].Start..tokens[i].End];
        return tokens[i].IsWord ? beside.ContainsAny(Labels) : tokens[i].IsNumber || beside is not ("." or "-" or "/");
    }

    /// <summary>The year before an era's first, by its letter or character; 0 for none.</summary>
    private static int YearBefore(char era) => era switch
    {
        'R' or 'Ｒ' or '令' => 2018,
        'H' or 'Ｈ' or '平' => 1988,
        'S' or 'Ｓ' or '昭' => 1925,
        _ => 0,
    };
}
