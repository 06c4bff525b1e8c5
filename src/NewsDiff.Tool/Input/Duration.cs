using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsDiff.Tool.Input;

/// <summary>Reads durations such as <c>90</c>, <c>30s</c>, <c>5m</c> and <c>2h</c>.</summary>
internal static class Duration
{
    /// <summary>Reads an option's only token; anything else is a usage error.</summary>
    internal static TimeSpan? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        (string digits, double unit) = text is [.. var number, 's' or 'm' or 'h']
            ? (number, text[^1] switch { 'h' => 3600, 'm' => 60, _ => 1 })
            : (text, 1);
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value * unit is > 0 and <= 30 * 86400)
        {
            return TimeSpan.FromSeconds(value * unit);
        }

        result.AddError($"'{text}' is not a duration such as 30s, 5m or 2h.");
        return null;
    }
}
