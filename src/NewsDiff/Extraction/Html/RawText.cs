namespace NewsDiff.Extraction.Html;

/// <summary>Finds the ends of texts in which tags do not count (HTML Standard, 13.2.5.2 to 13.2.5.31).</summary>
internal static class RawText
{
    private const string Script = "script";

    /// <summary>Where the end tag of an element begins; the end of the page without one.</summary>
    public static int EndOf(ReadOnlySpan<char> html, int start, string name)
    {
        int at = start;
        while (html[at..].IndexOf("</") is >= 0 and var found)
        {
            at += found;
            if (IsTag(html, at + 2, name))
            {
                return at;
            }

            at += 2;
        }

        return html.Length;
    }

    /// <summary>Where the end tag of a script begins; an inner script in a comment has an end tag of its own.</summary>
    public static int EndOfScript(ReadOnlySpan<char> html, int start)
    {
        int at = start;
        bool isComment = false;
        bool isInner = false;
        while (NextMark(html, at, isComment) is >= 0 and var mark)
        {
            at = mark + 1;
            bool isEnd = html[mark] == '<' && at < html.Length && html[at] == '/' && IsTag(html, at + 1, Script);
            if (html[mark] == '-')
            {
                bool isClosed = html[mark..].StartsWith("-->");
                isComment = !isClosed;
                isInner &= !isClosed;
            }
            else if (isEnd && !isInner)
            {
                return mark;
            }
            else if (isComment)
            {
                isInner = !isEnd && (isInner || IsTag(html, at, Script));
            }
            else if (html[at..].StartsWith("!--"))
            {
                // The dashes that open a comment may be those that close it.
                isComment = true;
                at++;
            }
        }

        return html.Length;
    }

    private static int NextMark(ReadOnlySpan<char> html, int at, bool isComment)
    {
        int found = isComment ? html[at..].IndexOfAny('<', '-') : html[at..].IndexOf('<');
        return found < 0 ? -1 : at + found;
    }

    private static bool IsTag(ReadOnlySpan<char> html, int at, string name) =>
        html[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && at + name.Length < html.Length
            && html[at + name.Length] is ' ' or '\t' or '\n' or '\f' or '\r' or '/' or '>';
}
