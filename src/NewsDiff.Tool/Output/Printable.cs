using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsDiff.Tool.Output;

/// <summary>Makes untrusted text safe to print.</summary>
/// <remarks>
/// It cannot move the cursor, colour the screen or reorder a line. Unprintable are control characters (C0, DEL, C1),
/// the separators U+2028 and U+2029, halves of surrogate pairs, and the characters that reorder text (U+202A to U+202E,
/// U+2066 to U+206F). Joiners and direction marks stay: scripts need them.
/// </remarks>
internal static class Printable
{
    private static readonly SearchValues<char> Suspects =
        SearchesFor(static c => (IsUnfit(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c));
    private static readonly SearchValues<char> LineSuspects =
        SearchesFor(static c => IsUnfit(c) || char.IsSurrogate(c) || (char.IsWhiteSpace(c) && c != ' '));

    // JSON is data: a character that is harmless here may be harmful elsewhere, and an escape does not change the
    // meaning.
    private static readonly SearchValues<char> JsonSuspects =
        SearchesFor(
            static c => c == '<' || (IsUnfit(c) && c >= ' ') || c is '\x7F' or '\u061C' or '\u200E' or '\u200F');

    private static readonly SearchValues<char> MarkupSuspects =
        SearchesFor(static c => IsUnfit(c) && c is not ('\t' or '\n' or '\r'));

    /// <summary>Makes one line: replaces white space with spaces and escapes unprintable characters.</summary>
    internal static string Of(string text) =>
        Replace(text, LineSuspects, static c => char.IsWhiteSpace(c) ? " " : Escape(c));

    /// <summary>Keeps line breaks and tabs, and escapes other unprintable characters.</summary>
    internal static string Lines(string text) => text.AsSpan().ContainsAny(Suspects)
        ? Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), Suspects, Escape)
        : text;

    /// <summary>Escapes JSON, without changing its meaning, for printing and for HTML pages.</summary>
    internal static string Json(string json) => Replace(json, JsonSuspects, Escape);

    /// <summary>Escapes HTML or XML for printing, and replaces forbidden characters.</summary>
    internal static string Markup(string markup) => Replace(markup, MarkupSuspects, static c => char.IsControl(c)
        ? "\uFFFD"
        : string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:X4};"));

    private static string Replace(string text, SearchValues<char> suspects, Func<char, string> shown)
    {
        int next = text.AsSpan().IndexOfAny(suspects);
        if (next < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length + 16);
        int done = 0;
        while (next >= 0)
        {
            int at = done + next;
            clean.Append(text, done, next);
            bool isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            _ = isPair
                ? clean.Append(text, at, 2)
                : clean.Append(char.IsSurrogate(text[at]) ? "\uFFFD" : shown(text[at]));
            done = at + (isPair ? 2 : 1);
            next = text.AsSpan(done).IndexOfAny(suspects);
        }

        return clean.Append(text, done, text.Length - done).ToString();
    }

    private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");

    private static bool IsUnfit(char c) =>
        char.IsControl(c)
            || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F');

    private static SearchValues<char> SearchesFor(Func<char, bool> isSuspect) =>
        SearchValues.Create(
            [.. Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(isSuspect)]);
}
