using System.Text.RegularExpressions;

namespace NewsDiff.Tool;

/// <summary>Takes passwords out of messages: a message may repeat what was typed, and what was typed may be wrong in any way.</summary>
internal static class Secrets
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex User = new(@"(?<before>[/\\]{2}|https?:[/\\]?)[^\s/\\'""?#]*@", Options);

    private static readonly Regex Password = new(
        @"(?<name>password|passwd|pwd|psw)\s*=\s*('[^']*'|""[^""]*""|[^;&\s'""]*)", Options);

    /// <summary>Puts <c>…</c> for the user and password of each address, and for the value of each password of a connection string.</summary>
    internal static string Hide(string message) => Password.Replace(User.Replace(message, "${before}…@"), "${name}=…");
}
