using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsDiff.Tool.Input;

/// <summary>Options that take a day or a time in UTC.</summary>
internal static class DayOption
{
    internal static Option<DateTimeOffset?> Make(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = Parse,
    };

    private static DateTimeOffset? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return date;
        }

        result.AddError($"'{text}' is not a date such as 2026-05-03.");
        return null;
    }
}
