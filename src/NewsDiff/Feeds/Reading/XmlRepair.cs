using System.Buffers;
using System.Globalization;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Mends common faults in the XML of feeds, in one pass, before strict parsing.</summary>
/// <remarks>
/// It drops everything before the first element, the DTD (its entities are never expanded), characters that XML
/// forbids, and attributes beyond the limit. It replaces entities of HTML with their characters, and stray ampersands
/// and angle brackets with their entities.
/// </remarks>
internal sealed class XmlRepair
{
    private const int LongestEntityName = 32;

    /// <summary>The maximum growth in characters; each bracket and ampersand may become five.</summary>
    private const int MostGrowth = 1024 * 1024;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
        + "\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private static readonly SearchValues<char> TagMarks = SearchValues.Create("<>\"'&");

    private readonly ReadOnlyMemory<char> _xml;
    private readonly CharBuffer _mended;
    private int _at;
    private int _copiedTo;
    private int _growth;
    private string? _limit;

    private XmlRepair(ReadOnlyMemory<char> xml, CharBuffer mended)
    {
        _xml = xml;
        _mended = mended;
    }

    /// <summary>Mends a document; a correct one loses only the text before its root.</summary>
    /// <param name="xml">The document, in which characters that XML forbids are dropped.</param>
    /// <param name="mended">An empty buffer for the mended document, if it needs mending.</param>
    /// <returns>The document, in one of the two buffers.</returns>
    public static MendedXml Apply(CharBuffer xml, CharBuffer mended)
    {
        xml.Remove(Forbidden);
        (int start, bool isPage) = XmlProlog.Find(xml.Span);
        return isPage ? new MendedXml(xml.Memory[start..], IsPage: true) : new XmlRepair(xml.Memory, mended).Run(start);
    }

    private MendedXml Run(int start)
    {
        ReadOnlySpan<char> xml = _xml.Span;
        _at = _copiedTo = start;
        while (_growth < MostGrowth && xml[_at..].IndexOfAny('<', '&') is >= 0 and var found)
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
            return new MendedXml(_xml[_copiedTo..], Limit: _limit);
        }

        // A document with too many repairs ends where the limit was reached.
        bool isWhole = _growth < MostGrowth;
        _mended.Append(isWhole ? xml[_copiedTo..] : "");
        return new MendedXml(_mended.Memory, Limit: isWhole ? _limit : "It has too many faults to repair.");
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
        else if (rest[1] is '/' or '!' or '?')
        {
            _at++;
        }
        else
        {
            MendTag(_xml.Span);
        }
    }

    /// <summary>Reads a start tag value by value; valid attributes have quoted values.</summary>
    private void MendTag(ReadOnlySpan<char> xml)
    {
        int attributes = 0;
        int keptTo = 0;
        _at++;
        while (xml[_at..].IndexOfAny(TagMarks) is >= 0 and var found)
        {
            _at += found;
            if (xml[_at] == '&')
            {
                MendReference(xml[(_at + 1)..], isDropped: attributes > FeedLimits.Attributes);
                continue;
            }

            int length = xml[_at] is '"' or '\'' ? xml[(_at + 1)..].IndexOf(xml[_at]) : -1;
            if (length < 0)
            {
                break;
            }

            int end = _at + length + 2;
            if (++attributes <= FeedLimits.Attributes)
            {
                MendValue(xml, end);
                keptTo = end;
            }

            _at = end;
        }

        if (attributes > FeedLimits.Attributes)
        {
            DropAttributesFrom(keptTo, xml);
        }

        // An opening bracket is handled next.
        _at += _at < xml.Length && (xml[_at] is '>' or '"' or '\'') ? 1 : 0;
    }

    private void DropAttributesFrom(int start, ReadOnlySpan<char> xml)
    {
        _limit = "An element has too many attributes.";
        int length = _at - start - (xml[_at - 1] == '/' ? 1 : 0);
        _at = start;
        Replace(length, "");
    }

    private void MendValue(ReadOnlySpan<char> xml, int end)
    {
        while (_growth < MostGrowth && xml[_at..end].IndexOfAny('<', '&') is >= 0 and var found)
        {
            _at += found;
            if (xml[_at] == '&')
            {
                MendReference(xml[(_at + 1)..end]);
            }
            else
            {
                Replace(1, "&lt;");
            }
        }
    }

    private void MendReference(ReadOnlySpan<char> rest, bool isDropped = false)
    {
        int length = rest[..Math.Min(rest.Length, LongestEntityName)].IndexOf(';');
        ReadOnlySpan<char> name = length > 0 ? rest[..length] : [];
        if (isDropped || name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            _at++;
        }
        else if (name is ['#', ..])
        {
            MendNumber(name);
        }
        else if (HtmlEntities.Find(name) is { } character)
        {
            Replace(name.Length + 2, character is "&" ? "&amp;" : character is "<" ? "&lt;" : character);
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
            Replace(
                name.Length + 2,
                new Rune(number).ToString() is "<" or "&" ? $"&#{number};" : new Rune(number).ToString());
        }
        else
        {
            _at++;
        }
    }

    /// <summary>The length of a document type declaration, including its internal subset.</summary>
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
        if (_mended.Length == 0)
        {
            _mended.Room(_xml.Length + (_xml.Length / 16));
        }

        _growth += replacement.Length - length;
        _mended.Append(_xml.Span[_copiedTo.._at]);
        _mended.Append(replacement);
        _at += length;
        _copiedTo = _at;
    }
}
