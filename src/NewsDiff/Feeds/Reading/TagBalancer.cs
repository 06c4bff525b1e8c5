using System.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Makes well-formed what <see cref="XmlRepair"/> left: tags not closed, closed twice or crossed, attributes without quotes.</summary>
/// <remarks>It guesses, so it runs only over documents that a strict parser refused. One pass; time grows with the length.</remarks>
internal sealed class TagBalancer
{
    private const int MostOpen = 4 * FeedLimits.Depth;

    private readonly string _xml;
    private readonly StringBuilder _balanced;
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _at;

    private TagBalancer(string xml)
    {
        _xml = xml;
        _balanced = new StringBuilder(Math.Min(xml.Length, FeedLimits.TextLength) + 64);
    }

    /// <summary>Balances a document; what follows its root is dropped, and so are comments.</summary>
    public static string Apply(string xml) => new TagBalancer(xml).Run();

    private string Run()
    {
        // What is nested deeper is not read, whatever follows.
        while (_at < _xml.Length && _open.Count <= MostOpen)
        {
            int next = _xml.IndexOf('<', _at);
            WriteText(_xml.AsSpan(_at, (next < 0 ? _xml.Length : next) - _at));
            _at = next < 0 ? _xml.Length : next;
            if (_at < _xml.Length && !ReadMarkup())
            {
                break;
            }
        }

        while (_open.Count > 0)
        {
            Close();
        }

        return _balanced.ToString();
    }

    /// <summary>Reads what an angle bracket begins; tells whether the document goes on.</summary>
    private bool ReadMarkup()
    {
        ReadOnlySpan<char> rest = _xml.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
        {
            ReadCharacterData(rest);
            return true;
        }

        if (rest is ['<', '!' or '?', ..])
        {
            ReadOnlySpan<char> end = rest.StartsWith("<!--") ? "-->" : ">";
            int found = rest.IndexOf(end);
            _at = found < 0 ? _xml.Length : _at + found + end.Length;
            return true;
        }

        if (rest is ['<', '/', ..])
        {
            int end = rest.IndexOf('>');
            ReadOnlySpan<char> name = (end < 0 ? rest[2..] : rest[2..end]).TrimStart();
            int nameEnd = name.IndexOfAny(" \t\r\n/");
            CloseTo((nameEnd < 0 ? name : name[..nameEnd]).ToString());
            _at = end < 0 ? _xml.Length : _at + end + 1;
            return _open.Count > 0;
        }

        return ReadStartTag(rest);
    }

    private bool ReadStartTag(ReadOnlySpan<char> rest)
    {
        (string? Name, string Attributes, bool IsEmpty, int Length) tag = TagScanner.Read(rest);
        _at += tag.Length;
        if (tag.Name is null)
        {
            WriteText("&lt;");
            return true;
        }

        Open(tag.Name, tag.Attributes, tag.IsEmpty);
        return _open.Count > 0;
    }

    private void Open(string name, string attributes, bool isEmpty)
    {
        // An item inside an item is one that was not closed.
        if (name is "item" or "entry")
        {
            CloseTo(name);
        }

        _balanced.Append('<').Append(name).Append(attributes).Append(isEmpty ? "/>" : ">");
        if (!isEmpty)
        {
            _open.Push(name);
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    private void ReadCharacterData(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf("]]>");
        ReadOnlySpan<char> section = end < 0 ? rest : rest[..(end + 3)];
        if (_open.Count > 0)
        {
            _balanced.Append(section).Append(end < 0 ? "]]>" : "");
        }

        _at += section.Length;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0)
        {
            int start = _balanced.Length;
            _balanced.Append(text).Replace("]]>", "]]&gt;", start, text.Length);
        }
    }

    private void CloseTo(string name)
    {
        while (_counts.GetValueOrDefault(name) > 0 && Close() != name)
        {
        }
    }

    private string Close()
    {
        string name = _open.Pop();
        _counts[name]--;
        _balanced.Append("</").Append(name).Append('>');
        return name;
    }
}
