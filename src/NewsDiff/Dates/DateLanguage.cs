namespace NewsDiff.Dates;

/// <summary>The names of months and weekdays in a language, in lower case.</summary>
/// <param name="Codes">The language's codes, separated by spaces.</param>
/// <param name="Months">
/// Twelve groups separated by commas, or nothing; spaces separate names in a group, and "_" is a space in a name.
/// </param>
/// <param name="Weekdays">Seven groups in the same form, Monday first; or nothing.</param>
internal sealed record DateLanguage(string Codes, string Months, string Weekdays)
{
    /// <summary>The names of each month.</summary>
    public IEnumerable<string[]> MonthNames => Groups(Months);

    /// <summary>The names of each weekday.</summary>
    public IEnumerable<string[]> WeekdayNames => Groups(Weekdays);

    /// <summary>Whether a language is this one.</summary>
    /// <param name="code">The code, or null.</param>
    public bool Is(string? code) =>
        code is not null && Codes.Split(' ').Contains(code, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string[]> Groups(string text) => text.Length == 0
        ? []
        : text.Split(',').Select(group => group.Split(' ').Select(name => name.Replace('_', ' ')).ToArray());
}
