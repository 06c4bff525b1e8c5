using System.Text.RegularExpressions;

namespace NewsDiff.Tool;

/// <summary>Takes passwords out of messages, which may repeat what was typed, however wrong that is.</summary>
internal static class Secrets
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex User = new(@"(?<before>[/\\]{2}|https?:[/\\]?)[^\s/\\'""?#]*@", Options);

    private static readonly Regex Password = new(
        @"(?<name>password|passwd|pwd|psw)\s*=\s*('[^']*'|""[^""]*""|[^;&\s'""]*)", Options);

    /// <summary>Puts <c>…</c> for the user of each address and for each password of a connection string.</summary>
    internal static string Hide(string message) => Password.Replace(User.Replace(message, "${before}…@"), "${name}=…");
}
