using System.Buffers;
using NewsDiff.Text;

namespace NewsDiff.Addresses;

/// <summary>Reads http and https addresses as browsers do (URL Standard, 4.4).</summary>
/// <remarks>
/// Publishers test their addresses in browsers. The text is read in one pass, and refused if browsers refuse it.
/// </remarks>
internal ref struct WebUrl
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\t\n\r");

    private readonly CharBuffer _href;
    private ReadOnlySpan<char> _rest;
    private int _pathStart;

    private WebUrl(ReadOnlySpan<char> rest, CharBuffer href)
    {
        _rest = rest;
        _href = href;
    }

    /// <summary>Resolves an address.</summary>
    /// <param name="reference">The address as written.</param>
    /// <param name="baseUrl">The absolute address that it is relative to, as this method returned it; or null.</param>
    /// <returns>The absolute http or https address; null when invalid or too long (<see cref="BoundedUrl"/>).</returns>
    public static string? Resolve(ReadOnlySpan<char> reference, string? baseUrl)
    {
        while (reference is [<= ' ', ..])
        {
            reference = reference[1..];
        }

        while (reference is [.., <= ' '])
        {
            reference = reference[..^1];
        }

        if (reference.Length > BoundedUrl.MaxLength || baseUrl?.Length > BoundedUrl.MaxLength)
        {
            return null;
        }

        using var href = new CharBuffer(reference.Length + 32);
        if (!reference.ContainsAny(LineBreaks))
        {
            return new WebUrl(reference, href).ReadBounded(baseUrl);
        }

        using var whole = new CharBuffer(reference.Length);
        whole.Append(reference);
        whole.Remove(LineBreaks);
        return new WebUrl(whole.Span, href).ReadBounded(baseUrl);
    }

    private string? ReadBounded(string? baseUrl) =>
        Read(baseUrl) && _href.Span.Length <= BoundedUrl.MaxLength ? _href.Span.ToString() : null;

    private bool Read(string? baseUrl)
    {
        int length = SchemeLength(_rest);
        if (length == 0)
        {
            return baseUrl is not null && ReadRelative(baseUrl);
        }

        string? scheme = SchemeOf(_rest[..length]);
        _rest = _rest[(length + 1)..];
        if (scheme is null)
        {
            return false;
        }

        // "https:story" is relative where the base is of https too.
        bool isRelative = baseUrl?.StartsWith(scheme + ":", StringComparison.Ordinal) is true
            && !_rest.StartsWith("//");
        return isRelative ? ReadRelative(baseUrl!) : ReadAuthority(scheme);
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length
            && (char.IsAsciiLetter(text[length])
                || (length > 0 && (char.IsAsciiDigit(text[length]) || text[length] is '+' or '-' or '.'))))
        {
            length++;
        }

        return length < text.Length && text[length] == ':' ? length : 0;
    }

    private static string? SchemeOf(ReadOnlySpan<char> text) =>
        text.Equals("http", StringComparison.OrdinalIgnoreCase) ? "http"
        : text.Equals("https", StringComparison.OrdinalIgnoreCase) ? "https"
        : null;

    private bool ReadRelative(string baseUrl)
    {
        string scheme = baseUrl[..baseUrl.IndexOf(':', StringComparison.Ordinal)];
        if (_rest is ['/' or '\\', '/' or '\\', ..])
        {
            return ReadAuthority(scheme);
        }

        ReadOnlySpan<char> given = baseUrl;
        _pathStart = scheme.Length + 3 + given[(scheme.Length + 3)..].IndexOf('/');
        int queryStart = LengthBefore(given, "?#");
        int fragmentStart = LengthBefore(given, "#");
        switch (_rest)
        {
            case [] or ['#', ..]:
                _href.Append(given[..fragmentStart]);
                break;
            case ['?', ..]:
                _href.Append(given[..queryStart]);
                break;
            case ['/' or '\\', ..]:
                _href.Append(given[.._pathStart]);
                ReadPath();
                break;
            default:
                _href.Append(given[..given[..queryStart].LastIndexOf('/')]);
                ReadPath();
                break;
        }

        ReadEnd();
        return true;
    }

    private static int LengthBefore(ReadOnlySpan<char> text, string marks) =>
        text.IndexOfAny(marks) is >= 0 and var at ? at : text.Length;

    private bool ReadAuthority(string scheme)
    {
        _rest = _rest.TrimStart("/\\");
        int end = LengthBefore(_rest, "/\\?#");
        _href.Append(scheme);
        _href.Append("://");
        if (!UrlAuthority.TryAppend(_rest[..end], isHttps: scheme == "https", _href))
        {
            return false;
        }

        _rest = _rest[end..];
        _pathStart = _href.Length;
        ReadPath();
        ReadEnd();
        return true;
    }

    /// <summary>Adds the segments of the path, each after its slash, and resolves dot segments.</summary>
    private void ReadPath()
    {
        int end = LengthBefore(_rest, "?#");
        ReadOnlySpan<char> path = _rest[..end];
        _rest = _rest[end..];
        path = path is ['/' or '\\', ..] ? path[1..] : path;
        while (true)
        {
            int length = LengthBefore(path, "/\\");
            bool isLast = length == path.Length;
            AddSegment(path[..length], isLast);
            if (isLast)
            {
                return;
            }

            path = path[(length + 1)..];
        }
    }

    private readonly void AddSegment(ReadOnlySpan<char> segment, bool isLast)
    {
        int dots = DotsIn(segment);
        if (dots == 2)
        {
            int slash = _href.Span[_pathStart..].LastIndexOf('/');
            _href.Cut(_pathStart + Math.Max(slash, 0));
        }

        if (dots == 0)
        {
            _href.Append('/');
            UrlEscapes.Append(segment, UrlEscapes.Path, _href);
        }
        else if (isLast)
        {
            _href.Append('/');
        }
    }

    /// <summary>The dots of a segment "." or "..", even if written as %2e; otherwise 0.</summary>
    private static int DotsIn(ReadOnlySpan<char> segment)
    {
        int dots = 0;
        while (!segment.IsEmpty)
        {
            int length = segment[0] == '.' ? 1 : segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (length == 0 || ++dots > 2)
            {
                return 0;
            }

            segment = segment[length..];
        }

        return dots;
    }

    private void ReadEnd()
    {
        if (_rest is ['?', ..])
        {
            int length = LengthBefore(_rest, "#");
            _href.Append('?');
            UrlEscapes.Append(_rest[1..length], UrlEscapes.Query, _href);
            _rest = _rest[length..];
        }

        if (_rest is ['#', ..])
        {
            _href.Append('#');
            UrlEscapes.Append(_rest[1..], UrlEscapes.Fragment, _href);
        }
    }
}
