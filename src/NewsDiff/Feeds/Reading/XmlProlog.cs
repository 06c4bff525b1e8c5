using System.Buffers;

namespace NewsDiff.Feeds.Reading;

/// <summary>Finds the beginning of a document after the output of scripts and servers.</summary>
internal static class XmlProlog
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly string[] Roots = ["rss", "feed", "rdf", "channel", "entry", "opml"];
    private static readonly string[] PageRoots = ["html", "head", "body"];

    /// <summary>Finds the document: after its declaration, or else at the first apparent root element.</summary>
    /// <param name="xml">The document with the text before it.</param>
    /// <returns>Where it begins, and whether it is an HTML page. A document quoted in a page does not count.</returns>
    public static (int Start, bool IsPage) Find(ReadOnlySpan<char> xml)
    {
        int first = xml.IndexOf('<');
        int at = first < 0 ? xml.Length : first;
        while (at < xml.Length)
        {
            ReadOnlySpan<char> rest = xml[at..];
            if (rest.StartsWith("<?xml") && rest.Length > 5 && char.IsWhiteSpace(rest[5]))
            {
                // The text is decoded already, so the declaration's encoding and version are irrelevant.
                int end = rest.IndexOf("?>");
                int start = end < 0 ? at : at + end + 2;
                return (start, IsPage(xml[start..]));
            }

            if (LocalNameIn(rest, Roots))
            {
                return (at, false);
            }

            if (IsPageTag(rest))
            {
                return (at, true);
            }

            at += Skip(rest);
        }

        return (Math.Max(0, first), false);
    }

    /// <summary>Whether the first element begins an HTML page.</summary>
    private static bool IsPage(ReadOnlySpan<char> xml)
    {
        for (int at = xml.IndexOf('<'); at >= 0 && at < xml.Length; at += Skip(xml[at..]))
        {
            if (IsPageTag(xml[at..]))
            {
                return true;
            }

            if (at + 1 < xml.Length && char.IsLetter(xml[at + 1]))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsPageTag(ReadOnlySpan<char> rest) =>
        rest.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || LocalNameIn(rest, PageRoots);

    private static bool LocalNameIn(ReadOnlySpan<char> rest, string[] names)
    {
        if (rest.Length < 2 || !char.IsAsciiLetter(rest[1]))
        {
            return false;
        }

        rest = rest[..Math.Min(rest.Length, LongestName)];
        int end = rest.IndexOfAny(NameEnds);
        ReadOnlySpan<char> name = end < 0 ? [] : rest[1..end];
        name = name[(name.IndexOf(':') + 1)..];
        foreach (string known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length up to the next markup, skipping a whole comment or CDATA section.</summary>
    private static int Skip(ReadOnlySpan<char> rest)
    {
        string end = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<![CDATA[") ? "]]>" : "<";
        int passed = rest[1..].IndexOf(end);
        if (passed < 0)
        {
            return rest.Length;
        }

        int next = rest[(passed + 1)..].IndexOf('<');
        return next < 0 ? rest.Length : passed + 1 + next;
    }
}
