using System.Buffers;

namespace NewsDiff.Classification;

/// <summary>Finds the parts of a text between quotation marks.</summary>
internal static class QuoteSpans
{
    private const string Opening = "“„«‹「『»‟";
    /// <summary>Beginnings of what follows a quotation and its particle; a title is followed by other words.</summary>
    private const string SaidAfterParticle = "述話語言訴説発明主強答回批伝報叫書振感期呼思考しコ、，。";

    private const string Closing = "”“»›」』«”";

    private static readonly SearchValues<char> SignsOfCode = SearchValues.Create("{}<>=\\_|");

    /// <summary>The parts between marks. The last may be without an end: it may continue in the next paragraph.</summary>
    public static List<(int Start, int End)> Of(string text)
    {
        List<(int, int)> spans = [];
        int open = -1;
        char close = '\0';
        for (int at = 0; at < text.Length; at++)
        {
            if (open >= 0 && IsClose(text, at, close))
            {
                spans.Add((open + 1, at));
                open = -1;
            }
            else if (open < 0 && CloseOf(text, at) is { } closing)
            {
                (open, close) = (at, closing);
            }
        }

        if (open >= 0 && close is not ('"' or '\'' or '’'))
        {
            spans.Add((open + 1, text.Length));
        }

        return spans;
    }

    /// <summary>The number of quotation marks, of whatever form; apostrophes inside words do not count.</summary>
    public static int CountMarks(string text)
    {
        int count = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool isMark = text[at] is '\'' or '‘' or '’' or '‚'
                ? !(IsBesideWord(text, at - 1) && IsBesideWord(text, at + 1))
                : text[at] == '"' || (Opening + Closing).Contains(text[at], StringComparison.Ordinal);
            count += isMark ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Whether a part is what somebody said. In Japanese the marks hold titles and names too: there, a particle of
    /// speech follows, or nothing does.
    /// </summary>
    public static bool IsSpeech(string text, (int Start, int End) span)
    {
        if (text.AsSpan(span.Start, span.End - span.Start).ContainsAny(SignsOfCode))
        {
            return false;
        }

        if (span.Start == 0 || text[span.Start - 1] is not ('「' or '『') || !text.Any(IsKana))
        {
            return true;
        }

        ReadOnlySpan<char> rest = text.AsSpan(Math.Min(text.Length, span.End + 1)).TrimStart();
        return rest.IsEmpty ? text.AsSpan(0, span.Start - 1).Trim().IsEmpty || text[span.End - 1] == '。'
            : rest[0] == 'と' ? rest.Length == 1 || SaidAfterParticle.Contains(rest[1], StringComparison.Ordinal)
            : rest.StartsWith("って") || rest.StartsWith("など") || text[span.End - 1] == '。';
    }

    private static bool IsKana(char character) => character is >= '\u3041' and <= '\u30FF';

    private static char? CloseOf(string text, int at)
    {
        char mark = text[at];
        return mark is '"' or '”' ? mark
            : mark is '\'' or '‘' ? (IsAtStart(text, at) && IsBesideWord(text, at + 1) ? EndOf(mark) : null)
            : Opening.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? Closing[index]
            : null;
    }

    private static char EndOf(char mark) => mark == '‘' ? '’' : mark;

    private static bool IsClose(string text, int at, char close) =>
        close is '\'' or '’' ? text[at] == close && !IsBesideWord(text, at + 1)
        : text[at] == close || (close is '“' or '”' && text[at] is '“' or '”');

    private static bool IsAtStart(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '“' or '"' or '—' or '–' or ':';

    private static bool IsBesideWord(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
