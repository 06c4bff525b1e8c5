namespace NewsDiff.Notifications.Messages;

/// <summary>Shortens texts between words.</summary>
internal static class TextCut
{
    /// <summary>How many characters of kept text are shown beside a change.</summary>
    private const int Around = 80;

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>Shortens kept text to what is beside a change.</summary>
    public static string Shorten(string text, bool isFirst, bool isLast, int most)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= Around * 2)
        {
            return line;
        }

        return isFirst ? "…" + Tail(line, Around)
            : isLast ? Head(line, Math.Min(Around, most))
            : Head(line, Around).TrimEnd('…') + " … " + Tail(line, Around);
    }

    /// <summary>The beginning of a text, cut before a word and never inside a character.</summary>
    public static string Head(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        return text[..(char.IsLowSurrogate(text[end]) ? end - 1 : end)].TrimEnd() + "…";
    }

    /// <summary>The end of a text, cut after a word and never inside a character.</summary>
    public static string Tail(string text, int length)
    {
        int from = text.Length - length;
        int space = text.IndexOf(' ', from);
        int start = space >= 0 && space < text.Length - (length / 2) ? space + 1 : from;
        return text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }
}
