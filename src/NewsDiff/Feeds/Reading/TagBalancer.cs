using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>
/// Balances the tags that <see cref="XmlRepair"/> left: unclosed, closed twice, crossed, or with unquoted attributes.
/// </summary>
/// <remarks>
/// It guesses, so it runs only on documents that a strict parser refused. It takes one pass, in time proportional to
/// the length.
/// </remarks>
internal sealed class TagBalancer
{
    private const int MostOpen = 4 * FeedLimits.Depth;

    /// <summary>The maximum growth of a document by added tags and quotes.</summary>
    private const int MostGrowth = 1024 * 1024;

    /// <summary>Marks an address that is used when an entry has no link of its own.</summary>
    private static readonly string[] LinkSubstitutes = ["<id", "<guid", ":id", "rel="];

    private readonly ReadOnlyMemory<char> _xml;
    private readonly CharBuffer _balanced;
    private readonly CharBuffer _attributes;
    private readonly TagNames _names = new();
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _at;
    private string _entry = "";
    private int _entryStart;
    private int _entryDepth;
    private int _partStart;

    private TagBalancer(ReadOnlyMemory<char> xml, CharBuffer balanced, CharBuffer attributes)
    {
        _xml = xml;
        _balanced = balanced;
        _attributes = attributes;
    }

    private ReadOnlySpan<char> Rest => _xml.Span[_at..];

    /// <summary>Balances a document; drops comments and everything after the root.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="balanced">An empty buffer for the balanced document.</param>
    public static void Apply(ReadOnlyMemory<char> xml, CharBuffer balanced)
    {
        using var attributes = new CharBuffer(256);
        new TagBalancer(xml, balanced, attributes).Run();
    }

    private void Run()
    {
        _balanced.Room(_xml.Length + (_xml.Length / 16));

        // Deeper elements are not read, whatever follows.
        while (_at < _xml.Length && _open.Count <= MostOpen && _balanced.Length <= _xml.Length + MostGrowth)
        {
            int next = Rest.IndexOf('<');
            WriteText(next < 0 ? Rest : Rest[..next]);
            _at = next < 0 ? _xml.Length : _at + next;
            if (_at < _xml.Length && !ReadMarkup())
            {
                break;
            }
        }

        if (_at == _xml.Length && _counts.GetValueOrDefault(_entry) > 0)
        {
            CutEntry();
        }

        while (_open.Count > 0)
        {
            Close();
        }
    }

    /// <summary>Drops the element that the document ends in: closing it would hide the cut.</summary>
    private void CutEntry()
    {
        // A cut title is still useful; a cut address is another address.
        bool isInPart = _open.Count > _entryDepth
            && !_balanced.Span[_partStart..].StartsWith("<title", StringComparison.OrdinalIgnoreCase);
        while (_open.Count > _entryDepth)
        {
            Close();
        }

        _balanced.Cut(isInPart ? _partStart : _balanced.Length);
        foreach (string substitute in LinkSubstitutes)
        {
            if (_balanced.Span[_entryStart..].Contains(substitute, StringComparison.OrdinalIgnoreCase))
            {
                // The entry's own link may be missing, and this would be taken for it.
                CloseTo(_entry);
                _balanced.Cut(_entryStart);
                return;
            }
        }
    }

    /// <summary>Reads the markup at an angle bracket; returns whether the document continues.</summary>
    private bool ReadMarkup()
    {
        ReadOnlySpan<char> rest = Rest;
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
        (string? name, bool isEmpty, int length) = TagScanner.Read(rest, _names, _attributes);
        _at += length;
        if (name is null)
        {
            WriteText("&lt;");
            return true;
        }

        Open(name, isEmpty);
        return _open.Count > 0;
    }

    private void Open(string name, bool isEmpty)
    {
        // An item inside an item is one that was not closed.
        if (name is "item" or "entry")
        {
            CloseTo(name);
            (_entry, _entryStart, _entryDepth) = (name, _balanced.Length, _open.Count + 1);
        }
        else if (_open.Count == _entryDepth)
        {
            _partStart = _balanced.Length;
        }

        _balanced.Append('<');
        _balanced.Append(name);
        _balanced.Append(_attributes.Span);
        _balanced.Append(isEmpty ? "/>" : ">");
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
            _balanced.Append(section);
            _balanced.Append(end < 0 ? "]]>" : "");
        }

        _at += section.Length;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (_open.Count == 0)
        {
            return;
        }

        for (int end = text.IndexOf("]]>"); end >= 0; end = text.IndexOf("]]>"))
        {
            _balanced.Append(text[..end]);
            _balanced.Append("]]&gt;");
            text = text[(end + 3)..];
        }

        _balanced.Append(text);
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
        _balanced.Append("</");
        _balanced.Append(name);
        _balanced.Append('>');
        return name;
    }
}
