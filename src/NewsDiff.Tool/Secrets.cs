using System.Text.RegularExpressions;

namespace NewsDiff.Tool;

/// <summary>Removes passwords from messages, which may repeat any input, however malformed.</summary>
internal static class Secrets
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant;

    private static readonly Regex User = new(@"(?<before>[/\\]{2}|https?:[/\\]?)[^\s/\\'""?#]*@", Options);

    private static readonly Regex Password = new(
        @"(?<name>password|passwd|pwd|psw)\s*=\s*('[^']*'|""[^""]*""|[^;&\s'""]*)", Options);

    /// <summary>Replaces user names in addresses, and passwords in connection strings, with <c>…</c>.</summary>
    internal static string Hide(string message) => Password.Replace(User.Replace(message, "${before}…@"), "${name}=…");
}
