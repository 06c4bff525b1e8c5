using System.Buffers;
using System.Text;

namespace NewsDiff.Fetching.Robots;

/// <summary>A path pattern of a robots.txt (RFC 9309, 2.2.3).</summary>
/// <remarks><c>*</c> matches anything; a final <c>$</c> matches the end.</remarks>
internal sealed class RobotsPattern
{
    /// <summary>Characters that a request spells differently (RFC 3986, 2).</summary>
    /// <remarks>They are bytes beyond ASCII, encodings, and what no address may contain.</remarks>
    private static readonly SearchValues<char> Respelled = SearchValues.Create(
        [.. Enumerable.Range(0, 256)
            .Select(c => (char)c)
            .Where(
                c => c is <= ' ' or >= '\x7f' or '%' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}')]);

    private readonly string[] _parts;
    private readonly bool _endsWithAnchor;

    /// <summary>Prepares a pattern.</summary>
    /// <param name="text">The pattern as written, one character a byte.</param>
    public RobotsPattern(string text)
    {
        Text = text;
        string escaped = Escape(text);
        Length = escaped.Length;
        _endsWithAnchor = escaped.EndsWith('$');
        _parts = (_endsWithAnchor ? escaped[..^1] : escaped).Split('*');
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Its length once escaped: the longest matching pattern wins.</summary>
    public int Length { get; }

    /// <summary>Whether a path, with its query, matches.</summary>
    /// <remarks>
    /// Every part is matched at its first occurrence after the previous part. If any match exists, this one does too,
    /// so nothing is tried twice, however many stars there are.
    /// </remarks>
    /// <param name="path">The path, escaped by <see cref="Escape"/>.</param>
    /// <returns>Whether the pattern matches from the beginning of the path.</returns>
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        path = path[_parts[0].Length..];
        if (_parts.Length == 1)
        {
            return !_endsWithAnchor || path.IsEmpty;
        }

        foreach (string part in _parts.AsSpan(1, _parts.Length - 2))
        {
            int at = path.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            path = path[(at + part.Length)..];
        }

        return _endsWithAnchor
            ? path.EndsWith(_parts[^1], StringComparison.Ordinal)
            : path.Contains(_parts[^1], StringComparison.Ordinal);
    }

    /// <summary>Normalises percent-encoding: necessary escapes only, in upper case.</summary>
    /// <remarks>
    /// RFC 9309, 2.2.2: paths are compared without unnecessary escapes, which could otherwise get around a rule.
    /// </remarks>
    /// <param name="text">A pattern or a path, one character a byte.</param>
    /// <returns>The text in its normal spelling.</returns>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Respelled))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' && Respelled.Contains(text[i]))
            {
                escaped.Append('%').Append(Convert.ToHexString([(byte)text[i]]));
            }
            else if (text[i] == '%' && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                string encoding = text.Substring(i, 3).ToUpperInvariant();
                char decoded = (char)Convert.FromHexString(encoding.AsSpan(1))[0];
                _ = IsUnreserved(decoded) ? escaped.Append(decoded) : escaped.Append(encoding);
                i += 2;
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
