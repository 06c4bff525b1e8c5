using System.Buffers;

namespace NewsDiff.Rendering.Markdown;

/// <summary>Escapes characters that some dialect of Markdown would interpret.</summary>
/// <remarks>
/// It covers CommonMark, the dialect of GitHub, the extensions of Markdig, kramdown and Pandoc, and those of
/// markdown-it and Showdown. A backslash is enough for a Markdown parser. GitHub also searches the finished HTML for
/// people, issues and emoji; an empty comment splits the text there.
/// </remarks>
internal static class MarkdownEscape
{
    /// <summary>An invisible separator of two characters.</summary>
    internal const string Parting = "<!-- -->";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxlcdmIVXLCDM");

    /// <summary>Returns the escape of an ASCII character.</summary>
    /// <param name="text">The text around it, up to the marks on both sides.</param>
    /// <param name="index">Its index.</param>
    /// <param name="marker">The letters and digits before it, which may number a list item.</param>
    /// <param name="isAtStart">Whether nothing else is before it in its block.</param>
    /// <returns>The escape, or null for the character itself.</returns>
    internal static string? Of(ReadOnlySpan<char> text, int index, ReadOnlySpan<char> marker, bool isAtStart)
    {
        char c = text[index];
        char previous = At(text, index - 1);
        char next = At(text, index + 1);
        return c switch
        {
            // Attributes of a heading are parsed before backslashes, and Liquid runs before Markdown.
            '{' => "&#123;",

            // The original Markdown, and Showdown today, read a tag as a tag even after a backslash.
            '<' => "&lt;",
            '\\' or '`' or '*' or '_' or '[' or ']' or '>' or '&' or '~' or '|' or '$' or '^' or '"' or '}' => $"\\{c}",
            '@' => char.IsAsciiLetterOrDigit(next) ? $"\\@{Parting}" : "\\@",
            '#' => char.IsAsciiDigit(next) ? $"\\#{Parting}" : "\\#",
            ':' when IsShortcode(text, index) => $"\\:{Parting}",
            _ =>
                NeedsBackslash(text, index, c, previous, next) || (isAtStart && BeginsBlock(c, marker))
                    ? $"\\{c}"
                    : null,
        };
    }

    private static bool NeedsBackslash(ReadOnlySpan<char> text, int index, char c, char previous, char next) => c switch
    {
        '\'' => !(char.IsLetterOrDigit(previous) && char.IsLetterOrDigit(next)),
        '-' or '+' or '=' => previous == c || next == c || IsInSmiley(text, index, previous, next),
        '.' => previous == '.' || text[..index].EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ':' =>
            previous == ':'
                || next is ':' or '/'
                || EndsScheme(text[..index])
                || IsInSmiley(text, index, previous, next),
        '/' => previous == '/' && At(text, index - 2) != ':',
        ';' or ')' => IsInSmiley(text, index, previous, next),
        _ => false,
    };

    // Whether a character would begin a list item, a definition or a table, or make the line above it a heading.
    private static bool BeginsBlock(char c, ReadOnlySpan<char> marker) => c switch
    {
        '.' or ')' => marker.Length <= 1 || !marker.ContainsAnyExcept(Digits) || !marker.ContainsAnyExcept(RomanDigits),
        '-' or '+' or '=' or ':' => marker.IsEmpty,
        _ => false,
    };

    // Such as ":)", "=D", "D:" or "8-)", but not "(s)": a mark at the start of a word, or after its first character.
    private static bool IsInSmiley(ReadOnlySpan<char> text, int index, char previous, char next) =>
        char.IsAsciiLetterOrDigit(previous)
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
        text.EndsWith("mailto", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("tel", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("xmpp", StringComparison.OrdinalIgnoreCase);

    // White space counts as a space, and so do both ends of the text.
    private static char At(ReadOnlySpan<char> text, int index) =>
        index < 0 || index >= text.Length || char.IsWhiteSpace(text[index]) ? ' ' : text[index];
}
