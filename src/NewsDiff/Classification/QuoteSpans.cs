namespace NewsDiff.Classification;

/// <summary>Finds the parts of a text between quotation marks.</summary>
internal static class QuoteSpans
{
    private const string Opening = "“„«‹「『»‟";
    private const string Closing = "”“»›」』«”";

    /// <summary>Whether a place lies between quotation marks, at least in part.</summary>
    public static bool Touch(string text, Range place)
    {
        (int from, int length) = place.GetOffsetAndLength(text.Length);
        int open = -1;
        char close = '\0';
        for (int at = 0; at < text.Length; at++)
        {
            char mark = text[at];
            if (open >= 0 && IsClose(mark, close))
            {
                if (from < at && from + length > open + 1 && length > 0)
                {
                    return true;
                }

                open = -1;
            }
            else if (open < 0 && CloseOf(mark) is { } closing)
            {
                (open, close) = (at, closing);
            }
        }

        // A quotation may continue in the next paragraph.
        return open >= 0 && close != '"' && length > 0 && from + length > open + 1;
    }

    /// <summary>The number of quotation marks, of whatever form; apostrophes inside words do not count.</summary>
    public static int CountMarks(string text)
    {
        int count = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool isMark = text[at] is '\'' or '‘' or '’' or '‚'
                ? !(at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]))
                : text[at] == '"' || (Opening + Closing).Contains(text[at], StringComparison.Ordinal);
            count += isMark ? 1 : 0;
        }

        return count;
    }

    private static char? CloseOf(char mark) =>
        mark is '"' or '”' ? mark
        : Opening.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var index ? Closing[index]
        : null;

    private static bool IsClose(char mark, char close) => mark == close || (close is '“' or '”' && mark is '“' or '”');
}
