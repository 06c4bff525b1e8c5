using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Output;

/// <summary>Breaks a command line into several lines that backslashes join.</summary>
internal static class ShellLine
{
    private const int Indent = 4;
    private const string Joint = " \\";

    /// <summary>An argument: quoted parts keep their spaces.</summary>
    private static readonly Regex Word = new(
        """('[^']*'|"[^"]*"|[^\s'"])+""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Breaks a line, with room for indents and backslashes, which the caller adds.</summary>
    internal static ImmutableArray<string> Break(string line, int width)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        string current = "";
        foreach (string word in Word.Matches(line).Select(static match => match.Value))
        {
            int indent = lines.Count == 0 ? 0 : Indent;
            bool fits = indent + Columns.WidthOf(current) + 1 + Columns.WidthOf(word) + Joint.Length <= width;
            if (current.Length > 0 && !fits)
            {
                lines.Add(current);
                current = word;
            }
            else
            {
                current = current.Length == 0 ? word : $"{current} {word}";
            }
        }

        lines.Add(current);
        return lines.ToImmutable();
    }
}
