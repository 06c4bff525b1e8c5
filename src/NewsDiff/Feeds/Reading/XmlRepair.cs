using System.Buffers;
using System.Globalization;
using System.Net;
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

    private readonly string _xml;
    private StringBuilder? _mended;
    private int _at;
    private int _copiedTo;

    private XmlRepair(string xml) => _xml = xml;

    /// <summary>Mends a document; of one that needs no mending only what precedes its root is taken away.</summary>
    public static string Apply(string xml)
    {
        if (xml.AsSpan().ContainsAny(Forbidden))
        {
            xml = string.Concat(xml.Split([.. ForbiddenCharacters]));
        }

        return new XmlRepair(xml).Run();
    }

    private static IEnumerable<char> ForbiddenCharacters =>
        Enumerable.Range(0, 0x20).Append(0xfffe).Append(0xffff).Select(static c => (char)c).Where(Forbidden.Contains);

    private string Run()
    {
        _at = _copiedTo = StartOfRoot();
        while (_xml.AsSpan(_at).IndexOfAny('<', '&') is >= 0 and var found)
        {
            _at += found;
            if (_xml[_at] == '&')
            {
                MendReference();
            }
            else
            {
                MendMarkup();
            }
        }

        return _mended is null ? _xml[_copiedTo..] : _mended.Append(_xml, _copiedTo, _xml.Length - _copiedTo).ToString();
    }

    /// <summary>Where the document begins: after its declaration, or else at the first thing that looks like a root.</summary>
    private int StartOfRoot()
    {
        int root = _xml.Length;
        foreach (string name in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF", "<channel", "<entry"])
        {
            root = IndexOfTag(name, root);
        }

        int declaration = _xml.AsSpan(0, root).IndexOf("<?xml", StringComparison.Ordinal);
        if (declaration >= 0)
        {
            // The text is decoded already; what the declaration says of its encoding and version is of no more use.
            int end = _xml.IndexOf("?>", declaration, StringComparison.Ordinal);
            return end < 0 ? declaration : end + 2;
        }

        return root < _xml.Length ? root : Math.Max(0, _xml.IndexOf('<', StringComparison.Ordinal));
    }

    /// <summary>The first place before a limit where an element of a name begins; the limit when there is none.</summary>
    private int IndexOfTag(string opening, int limit)
    {
        ReadOnlySpan<char> xml = _xml.AsSpan(0, limit);
        for (int at = 0; xml[at..].IndexOf(opening, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; at += found + 1)
        {
            int end = at + found + opening.Length;
            if (end < _xml.Length && (char.IsWhiteSpace(_xml[end]) || _xml[end] is '>' or '/'))
            {
                return at + found;
            }
        }

        return limit;
    }

    private void MendMarkup()
    {
        ReadOnlySpan<char> rest = _xml.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
        {
            SkipPast("]]>");
        }
        else if (rest.StartsWith("<!--"))
        {
            SkipPast("-->");
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

    private void MendReference()
    {
        ReadOnlySpan<char> rest = _xml.AsSpan(_at + 1);
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
        else if (EntityOf(name) is { } character)
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

    private static string? EntityOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.ContainsAnyExcept(EntityCharacters))
        {
            return null;
        }

        string reference = $"&{name};";
        string decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? null : decoded;
    }

    private static SearchValues<char> EntityCharacters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

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

    private void SkipPast(string end)
    {
        int found = _xml.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _xml.Length : found + end.Length;
    }

    private void Replace(int length, string replacement)
    {
        _mended ??= new StringBuilder(_xml.Length);
        _mended.Append(_xml, _copiedTo, _at - _copiedTo).Append(replacement);
        _at += length;
        _copiedTo = _at;
    }
}
