using System.Text;

namespace NewsDiff.Identity;

/// <summary>The parameters of an address: of its query, and in its path (<c>/story;name=value</c>).</summary>
internal static class AddressParameters
{
    /// <summary>More parameters than the address of an article has; the others are not looked at.</summary>
    private const int MostNames = 16;

    /// <summary>The names of the first parameters that have a value.</summary>
    public static List<string> NamesOf(Uri url)
    {
        List<string> names = [];
        foreach ((char mark, string parameter) in PartsOf(url))
        {
            if (names.Count == MostNames)
            {
                break;
            }

            if (mark is '?' or '&' or ';' && parameter.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
                && !names.Contains(parameter[..end]))
            {
                names.Add(parameter[..end]);
            }
        }

        return names;
    }

    /// <summary>The address without a parameter.</summary>
    public static Uri Without(Uri url, string name)
    {
        var text = new StringBuilder(url.GetLeftPart(UriPartial.Authority));
        bool hasQuery = false;
        foreach ((char mark, string part) in PartsOf(url))
        {
            bool isParameter = mark is '?' or '&' or ';';
            if (!isParameter || !part.StartsWith(name + "=", StringComparison.Ordinal))
            {
                text.Append(mark != '&' || hasQuery ? mark : '?').Append(part);
                hasQuery |= mark is '?' or '&';
            }
        }

        return Uri.TryCreate(text.Append(url.Fragment).ToString(), UriKind.Absolute, out Uri? rest) ? rest : url;
    }

    /// <summary>The parts of path and query, each with the mark before it.</summary>
    private static IEnumerable<(char Mark, string Text)> PartsOf(Uri url)
    {
        string text = url.PathAndQuery;
        int query = text.IndexOf('?', StringComparison.Ordinal);
        int start = 0;
        while (start < text.Length)
        {
            ReadOnlySpan<char> marks = query >= 0 && start >= query ? "&" : "/;?";
            int next = text.AsSpan(start + 1).IndexOfAny(marks);
            int end = next < 0 ? text.Length : start + 1 + next;
            yield return (text[start], text[(start + 1)..end]);
            start = end;
        }
    }
}
