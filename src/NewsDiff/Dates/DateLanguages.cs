using System.Collections.Frozen;
using NewsDiff.Languages;

namespace NewsDiff.Dates;

/// <summary>The languages whose words beside dates are known.</summary>
internal static class DateLanguages
{
    private static readonly FrozenSet<string> Codes = KnownLanguages.All
        .Where(static language => language.Months.Length > 0 || language.Weekdays.Length > 0)
        .SelectMany(static language => Language.Split(language.Codes))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a language is known, or not stated.</summary>
    /// <param name="code">The code, or null.</param>
    public static bool Knows(string? code) => code is null || Codes.Contains(code);
}
