using System.Text;

namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Writes the parts of CSS selectors.</summary>
internal static class CssText
{
    /// <summary>A condition on the value of an attribute.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="comparison">How it is compared: "=", "*=", "^=", "~=".</param>
    /// <param name="value">The value, not empty unless it is compared by "=".</param>
    public static string Attribute(string name, string comparison, string value) => (name, comparison) switch
    {
        ("id", "=") when IsPlainName(value) => $"#{value}",
        ("class", "~=") when IsPlainName(value) => $".{value}",
        _ => $"[{name}{comparison}{Quote(value)}]",
    };

    /// <summary>The opposite of a condition.</summary>
    /// <param name="condition">Simple selectors; empty for what is always met, null for what never is.</param>
    public static string? Not(string? condition) => condition switch
    {
        null => "",
        "" => null,

        // AngleSharp refuses a negation directly in another.
        _ when condition.Contains(":not(", StringComparison.Ordinal) => $":not(:is({condition}))",
        _ => $":not({condition})",
    };

    /// <summary>A string of CSS.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' or '\x7F' => quoted.Append('\\').Append(((int)c).ToString("x", null)).Append(' '),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlainName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
