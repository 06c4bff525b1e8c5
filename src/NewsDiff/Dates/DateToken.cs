namespace NewsDiff.Dates;

/// <summary>A number, word or mark in a text that may state a date.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Digits">How many digits a number has; 0 for others.</param>
/// <param name="Value">The number, or the month that a word names; otherwise 0.</param>
/// <param name="IsWord">Whether it is a word.</param>
/// <param name="Word">The meaning of the word.</param>
internal readonly record struct DateToken(
    int Start,
    int End,
    int Digits,
    int Value,
    bool IsWord,
    DateWord Word = default)
{
    public bool IsNumber => Digits > 0;

    public bool IsMonth => IsWord && Value > 0;

    public bool IsWeekday => Word.Weekday > 0 && !IsMonth;

    public bool IsYear => Digits == 4 && DateYears.Gregorian(Value) > 0;
}
