namespace NewsDiff.Archives.Mementos;

/// <summary>Reads links in the format of RFC 8288 and RFC 6690.</summary>
/// <remarks>Addresses are in angle brackets, followed by parameters, and separated by commas.</remarks>
internal static class LinkFormat
{
    /// <summary>Reads links one by one, and skips anything else.</summary>
    public static IEnumerable<(string Target, Dictionary<string, string> Parameters)> Read(string text)
    {
        int at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            int end = text.IndexOf('>', at);
            if (end < 0)
            {
                yield break;
            }

            string target = text[(at + 1)..end];
            at = end + 1;
            yield return (target, ReadParameters(text, ref at));
        }
    }

    private static Dictionary<string, string> ReadParameters(string text, ref int at)
    {
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            at = Skip(text, at);
            if (at >= text.Length || text[at] != ';')
            {
                return parameters;
            }

            at = Skip(text, at + 1);
            int name = at;
            while (at < text.Length && text[at] is not ('=' or ';' or ',' or '<'))
            {
                at++;
            }

            string key = text[name..at].Trim();
            string value = "";
            if (at < text.Length && text[at] == '=')
            {
                value = ReadValue(text, ref at);
            }

            parameters.TryAdd(key, value);
        }
    }

    private static string ReadValue(string text, ref int at)
    {
        at = Skip(text, at + 1);
        int start = at;
        if (at < text.Length && text[at] == '"')
        {
            int quote = text.IndexOf('"', at + 1);
            at = quote < 0 ? text.Length : quote + 1;
            return text[(start + 1)..(quote < 0 ? text.Length : quote)];
        }

        while (at < text.Length && text[at] is not (';' or ',' or '<'))
        {
            at++;
        }

        return text[start..at].Trim();
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
