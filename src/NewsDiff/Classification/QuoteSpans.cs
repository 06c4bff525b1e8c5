using System.Buffers;

namespace NewsDiff.Classification;

/// <summary>Finds the parts of a text between quotation marks.</summary>
internal static class QuoteSpans
{
    /// <summary>The maximum number of parts; a text with more is none that anybody reads.</summary>
    private const int MostSpans = 1_000;

    /// <summary>
    /// The minimum number of words of a quotation in a new statement; fewer are more often a name or a term.
    /// </summary>
    private const int FewestWords = 3;

    /// <summary>The same in characters, for scripts without spaces.</summary>
    private const int FewestCharacters = 6;

    private const string Opening = "“„«‹「『»‟";

    /// <summary>Beginnings of what follows a quotation and its particle; a title is followed by other words.</summary>
    private const string SaidAfterParticle = "述話語言訴説発明主強答回批伝報叫書振感期呼思考しコ、，。";

    private const string Closing = "”“»›」』«”";

    private static readonly SearchValues<char> SignsOfCode = SearchValues.Create("{}<>=\\_|");

    /// <summary>The parts between marks.</summary>
    /// <remarks>The last may be without an end: a quotation may continue in the next paragraph.</remarks>
    public static List<QuoteSpan> Of(string text)
    {
        List<QuoteSpan> spans = [];
        bool? isJapanese = null;
        int open = -1;
        char close = '\0';
        for (int at = 0; at < text.Length && spans.Count < MostSpans; at++)
        {
            if (open >= 0 && IsClose(text, at, close))
            {
                Add(at);
                open = -1;
            }
            else if (open < 0 && CloseOf(text, at) is { } closing)
            {
                (open, close) = (at, closing);
            }
        }

        if (open >= 0 && close is not ('"' or '\'' or '’'))
        {
            Add(text.Length);
        }

        return spans;

        void Add(int end)
        {
            isJapanese ??= text.AsSpan().ContainsAnyInRange('\u3041', '\u30FF');
            int start = open + 1;
            bool isSpeech = IsSpeech(text, start, end, isJapanese.Value);
            spans.Add(new QuoteSpan(start, end, isSpeech, IsLong(text.AsSpan(start, end - start))));
        }
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
    /// speech follows, or nothing does. The argument of a call in code is none.
    /// </summary>
    private static bool IsSpeech(string text, int start, int end, bool isJapanese)
    {
        bool isArgument = start > 2 && text[start - 2] == '(' && char.IsLetterOrDigit(text[start - 3]);
        if (isArgument || text.AsSpan(start, end - start).ContainsAny(SignsOfCode))
        {
            return false;
        }

        if (!isJapanese || text[start - 1] is not ('「' or '『'))
        {
            return true;
        }

        ReadOnlySpan<char> rest = text.AsSpan(Math.Min(text.Length, end + 1)).TrimStart();
        return rest.IsEmpty ? text.AsSpan(0, start - 1).Trim().IsEmpty || text[end - 1] == '。'
            : rest[0] == 'と' ? rest.Length == 1 || SaidAfterParticle.Contains(rest[1], StringComparison.Ordinal)
            : rest.StartsWith("って") || rest.StartsWith("など") || text[end - 1] == '。';
    }

    private static bool IsLong(ReadOnlySpan<char> quotation) =>
        quotation.ContainsAnyInRange(EastAsian.First, char.MaxValue)
            ? quotation.Length >= FewestCharacters
            : WordList.HasAtLeast(quotation, FewestWords);

    private static char? CloseOf(string text, int at)
    {
        char mark = text[at];
        return mark is '"' or '”' ? mark
            : mark is '\'' or '‘' ? (IsAtStart(text, at) && HasNext(text, at) ? EndOf(mark) : null)
            : Opening.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? Closing[index]
            : null;
    }

    private static char EndOf(char mark) => mark == '‘' ? '’' : mark;

    private static bool IsClose(string text, int at, char close) =>
        close is '\'' or '’' ? text[at] == close && !IsBesideWord(text, at + 1)
        : text[at] == close || (close is '“' or '”' && text[at] is '“' or '”');

    private static bool HasNext(string text, int at) => at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);

    private static bool IsAtStart(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '“' or '"' or '—' or '–' or ':';

    private static bool IsBesideWord(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
