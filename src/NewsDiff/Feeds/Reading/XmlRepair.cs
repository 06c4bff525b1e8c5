using System.Buffers;
using System.Globalization;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Mends what is commonly wrong with the XML of feeds, in one pass, before a strict parser sees it.</summary>
/// <remarks>
/// Dropped: what precedes the first element, the DTD (entities it declares are never expanded), and characters that XML forbids.
/// Replaced: entities of HTML by their characters; ampersands and angle brackets that begin nothing by their entities.
/// </remarks>
internal sealed class XmlRepair
{
    private const int LongestEntityName = 32;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
        + "\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private readonly ReadOnlyMemory<char> _xml;
    private readonly CharBuffer _mended;
    private int _at;
    private int _copiedTo;

    private XmlRepair(ReadOnlyMemory<char> xml, CharBuffer mended)
    {
        _xml = xml;
        _mended = mended;
    }

    /// <summary>Mends a document; of one that needs no mending only what precedes its root is left out.</summary>
    /// <param name="xml">The document, in which characters that XML forbids are dropped.</param>
    /// <param name="mended">An empty buffer for the mended document, when it needs mending.</param>
    /// <returns>The document, in one of the two buffers.</returns>
    public static ReadOnlyMemory<char> Apply(CharBuffer xml, CharBuffer mended)
    {
        xml.Remove(Forbidden);
        return new XmlRepair(xml.Memory, mended).Run();
    }

    private ReadOnlyMemory<char> Run()
    {
        ReadOnlySpan<char> xml = _xml.Span;
        _at = _copiedTo = StartOfRoot(xml);
        while (xml[_at..].IndexOfAny('<', '&') is >= 0 and var found)
        {
            _at += found;
            if (xml[_at] == '&')
            {
                MendReference(xml[(_at + 1)..]);
            }
            else
            {
                MendMarkup(xml[_at..]);
            }
        }

        if (_mended.Length == 0)
        {
            return _xml[_copiedTo..];
        }

        _mended.Append(xml[_copiedTo..]);
        return _mended.Memory;
    }

    /// <summary>Where the document begins: after its declaration, or else at the first thing that looks like a root.</summary>
    private static int StartOfRoot(ReadOnlySpan<char> xml)
    {
        int root = xml.Length;
        foreach (string name in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF", "<channel", "<entry"])
        {
            root = IndexOfTag(xml, name, root);
        }

        int declaration = xml[..root].IndexOf("<?xml");
        if (declaration >= 0)
        {
            // The text is decoded already; what the declaration says of its encoding and version is of no more use.
            int end = xml[declaration..].IndexOf("?>");
            return end < 0 ? declaration : declaration + end + 2;
        }

        return root < xml.Length ? root : Math.Max(0, xml.IndexOf('<'));
    }

    /// <summary>The first place before a limit where an element of a name begins; the limit when there is none.</summary>
    private static int IndexOfTag(ReadOnlySpan<char> xml, string opening, int limit)
    {
        for (int at = 0; xml[at..limit].IndexOf(opening, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; at += found + 1)
        {
            int end = at + found + opening.Length;
            if (end < xml.Length && (char.IsWhiteSpace(xml[end]) || xml[end] is '>' or '/'))
            {
                return at + found;
            }
        }

        return limit;
    }

    private void MendMarkup(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<![CDATA["))
        {
            SkipPast(rest, "]]>");
        }
        else if (rest.StartsWith("<!--"))
        {
            SkipPast(rest, "-->");
        }
        else if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            Replace(DoctypeLength(rest), "");
        }
        else if (rest.Length < 2 || !(rest[1] is '/' or '!' or '?' or '_' or ':' || char.IsLetter(rest[1])))
        {
            Replace(1, "&lt;");
        }
        else
        {
            _at++;
        }
    }

    private void MendReference(ReadOnlySpan<char> rest)
    {
        int length = rest[..Math.Min(rest.Length, LongestEntityName)].IndexOf(';');
        ReadOnlySpan<char> name = length > 0 ? rest[..length] : [];
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            _at++;
        }
        else if (name is ['#', ..])
        {
            MendNumber(name);
        }
        else if (HtmlEntities.Find(name) is { } character)
        {
            Replace(name.Length + 2, character);
        }
        else
        {
            Replace(1, "&amp;");
        }
    }

    private void MendNumber(ReadOnlySpan<char> name)
    {
        bool isHex = name is ['#', 'x' or 'X', ..];
        bool isNumber = int.TryParse(
            name[(isHex ? 2 : 1)..],
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number);
        if (!isNumber)
        {
            Replace(1, "&amp;");
        }
        else if (number is >= 0x80 and < 0xa0)
        {
            // Meant as windows-1252, as HTML has it.
            Replace(name.Length + 2, CharsetLabels.Western.Encoding.GetString([(byte)number]));
        }
        else if (!Rune.IsValid(number) || (number <= char.MaxValue && Forbidden.Contains((char)number)))
        {
            Replace(name.Length + 2, "");
        }
        else if (name[1] == 'X')
        {
            Replace(name.Length + 2, new Rune(number).ToString() is "<" or "&" ? $"&#{number};" : new Rune(number).ToString());
        }
        else
        {
            _at++;
        }
    }

    /// <summary>The length of a document type declaration, with the internal subset in its brackets.</summary>
    private static int DoctypeLength(ReadOnlySpan<char> rest)
    {
        int close = rest.IndexOfAny('[', '>');
        if (close >= 0 && rest[close] == '[')
        {
            int subset = rest[close..].IndexOf(']');
            int end = subset < 0 ? -1 : rest[(close + subset)..].IndexOf('>');
            return end < 0 ? rest.Length : close + subset + end + 1;
        }

        return close < 0 ? rest.Length : close + 1;
    }

    private void SkipPast(ReadOnlySpan<char> rest, string end)
    {
        int found = rest.IndexOf(end);
        _at += found < 0 ? rest.Length : found + end.Length;
    }

    private void Replace(int length, string replacement)
    {
        _mended.Append(_xml.Span[_copiedTo.._at]);
        _mended.Append(replacement);
        _at += length;
        _copiedTo = _at;
    }
}
