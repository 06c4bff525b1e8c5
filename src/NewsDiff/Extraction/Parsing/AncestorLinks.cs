using System.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>What a page calls its site's front page and the sections around it, in links to them.</summary>
internal sealed class AncestorLinks
{
    private const int LongestName = 60;
    private const int MostNames = 50;
    private const int ShortestName = 4;

    private readonly HashSet<string> _home = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);

    public AncestorLinks(Page page)
    {
        string path = page.Url.AbsolutePath;
        string origin = page.Url.GetLeftPart(UriPartial.Authority);
        for (int i = 0; i < page.Nodes.Length && _home.Count + _sections.Count < MostNames; i++)
        {
            PageNode node = page.Nodes[i];
            if (node.Kind != ElementKind.Link || page.Elements[i].Address is not { } address
                || node.TextEnd - node.TextStart is <= 1 or > LongestName)
            {
                continue;
            }

            ReadOnlySpan<char> target = PathOf(address.Span, origin);
            if (target is "/" && path.Length > 1)
            {
                _home.Add(Fold(page.TextOf(node.TextStart, node.TextEnd)));
            }
            else if (target.Length > 1 && target.Length < path.Length
                && path.AsSpan().StartsWith(target, StringComparison.Ordinal)
                && (target[^1] == '/' || path[target.Length] == '/'))
            {
                _sections.Add(Fold(page.TextOf(node.TextStart, node.TextEnd)));
            }
        }

        _home.Remove("");
        _sections.Remove("");
    }

    /// <summary>Whether a text is the name of a link to the front page.</summary>
    public bool IsHome(string text) => _home.Count > 0 && _home.Contains(Fold(text));

    /// <summary>Whether a text is the name of a link to the front page or to a folder around the page.</summary>
    public bool IsAncestor(string text) => IsHome(text) || (_sections.Count > 0 && _sections.Contains(Fold(text)));

    /// <summary>Whether a text has the site's name in it, or that of a link to the front page.</summary>
    public bool NamesHome(ReadOnlySpan<char> text, string siteName)
    {
        string folded = Fold(text);
        return _home.Append(Fold(siteName))
            .Any(name => name.Length >= ShortestName && folded.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>The path of an address of the site; empty for another.</summary>
    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> address, string origin)
    {
        ReadOnlySpan<char> written = address.Trim();
        if (written.StartsWith(origin, StringComparison.OrdinalIgnoreCase))
        {
            written = written[origin.Length..];
            written = written.IsEmpty ? "/" : written;
        }

        int end = written.IndexOfAny('?', '#');
        written = end < 0 ? written : written[..end];
        return written.StartsWith("/") && !written.StartsWith("//") ? written : [];
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString();
    }
}
