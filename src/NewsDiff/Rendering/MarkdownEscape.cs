using System.Buffers;

namespace NewsDiff.Rendering;

/// <summary>Says what to write for a character that some dialect of Markdown would read as more than itself.</summary>
/// <remarks>
/// Looked at are CommonMark, the dialect of GitHub, the extensions of Markdig, kramdown and Pandoc, and what markdown-it and Showdown
/// read. A backslash does for what a reader of Markdown looks for. Where a page is searched once it is HTML, as GitHub does for
/// people, issues and emoji, an empty comment parts the text.
/// </remarks>
internal static class MarkdownEscape
{
    /// <summary>What parts two characters and is not seen.</summary>
    internal const string Parting = "<!-- -->";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxlcdmIVXLCDM");

    /// <summary>What stands for a character of ASCII.</summary>
    /// <param name="text">The text that it stands in, up to the marks on both sides.</param>
    /// <param name="index">Where it stands there.</param>
    /// <param name="marker">The letters and digits before it, which may number a list item.</param>
    /// <param name="isAtStart">Whether nothing else is before it in its block.</param>
    /// <returns>What to write, or null when that is the character itself.</returns>
    internal static string? Of(ReadOnlySpan<char> text, int index, ReadOnlySpan<char> marker, bool isAtStart)
    {
        char c = text[index];
        char previous = At(text, index - 1);
        char next = At(text, index + 1);
        return c switch
        {
            // Attributes after a heading are looked for before backslashes are, and Liquid looks before Markdown does.
            '{' => "&#123;",

            // The first Markdown, and Showdown today, read a tag behind a backslash as a tag.
            '<' => "&lt;",
            '\\' or '`' or '*' or '_' or '[' or ']' or '>' or '&' or '~' or '|' or '$' or '^' or '"' or '}' => $"\\{c}",
            '@' => char.IsAsciiLetterOrDigit(next) ? $"\\@{Parting}" : "\\@",
            '#' => char.IsAsciiDigit(next) ? $"\\#{Parting}" : "\\#",
            ':' when IsShortcode(text, index) => $"\\:{Parting}",
            _ => NeedsBackslash(text, index, c, previous, next) || (isAtStart && BeginsBlock(c, marker)) ? $"\\{c}" : null,
        };
    }

    private static bool NeedsBackslash(ReadOnlySpan<char> text, int index, char c, char previous, char next) => c switch
    {
        '\'' => !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)),
        '-' or '+' or '=' => previous == c || next == c || IsInSmiley(text, index, previous, next),
        '.' => previous == '.' || text[..index].EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ':' => previous == ':' || next is ':' or '/' || EndsScheme(text[..index]) || IsInSmiley(text, index, previous, next),
        '/' => previous == '/' && At(text, index - 2) != ':',
        ';' or ')' => IsInSmiley(text, index, previous, next),
        _ => false,
    };

    // Before a list item, a heading, a definition, a table or a line of a heading above it.
    private static bool BeginsBlock(char c, ReadOnlySpan<char> marker) => c switch
    {
        '.' or ')' => marker.Length <= 1 || !marker.ContainsAnyExcept(Digits) || !marker.ContainsAnyExcept(RomanDigits),
        '-' or '+' or '=' or ':' => marker.IsEmpty,
        _ => false,
    };

    // ":)", "=D", "D:", "8-)", but not "(s)": a mark at which a word begins, or before which but one character stands.
    private static bool IsInSmiley(ReadOnlySpan<char> text, int index, char previous, char next) => char.IsAsciiLetterOrDigit(previous)
        ? !char.IsAsciiLetterOrDigit(At(text, index - 2)) && !(text[index] == ')' && At(text, index - 2) == '(')
        : next != ' ';

    private static bool IsShortcode(ReadOnlySpan<char> text, int index)
    {
        int end = index + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-'))
        {
            end++;
        }

        return end > index + 1 && At(text, end) == ':' && !char.IsAsciiDigit(At(text, index - 1));
    }

    private static bool EndsScheme(ReadOnlySpan<char> text) =>
        text.EndsWith("mailto", StringComparison.OrdinalIgnoreCase) || text.EndsWith("tel", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("xmpp", StringComparison.OrdinalIgnoreCase);

    // White space is a space, and so are the ends.
    private static char At(ReadOnlySpan<char> text, int index) =>
        index < 0 || index >= text.Length || char.IsWhiteSpace(text[index]) ? ' ' : text[index];
}
