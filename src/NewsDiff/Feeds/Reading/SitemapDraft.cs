using System.Text;
using NewsDiff.Dates;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Builds the entries of a sitemap from its tags and texts, and closes unclosed elements.</summary>
internal sealed class SitemapDraft(Uri baseUrl, Queue<SitemapEntry> found)
{
    /// <summary>The elements with text; other elements in an entry are only groups.</summary>
    private static readonly HashSet<string> Texts =
        new(
            ["loc", "lastmod", "changefreq", "priority", "title", "publication_date", "name", "language"],
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The other known elements.</summary>
    private static readonly HashSet<string> Groups =
        new(["urlset", "sitemapindex", "url", "sitemap", "image", "video"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Tags of error messages that a broken server script printed before the document.</summary>
    private static readonly HashSet<string> Complaints = new(["br", "b"], StringComparer.OrdinalIgnoreCase);

    // Innermost last, in lower case; unknown ones are empty.
    private readonly List<string> _open = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private bool _isSpaced;
    private bool _isTooLong;
    private int _inner;
    private int _media;
    private int _tags;

    /// <summary>Whether the root element is a sitemap's; null before any root.</summary>
    public bool? IsSitemap { get; private set; }

    /// <summary>Whether no more entries can follow.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The first fault of the document so far, or null.</summary>
    public string? Fault { get; private set; }

    private string Innermost => _open is [.., var name] ? name : "";

    /// <summary>Notes that a tag was repaired.</summary>
    public void Mend() => Fault ??= "Its tags do not match.";

    /// <summary>Handles the end of the document.</summary>
    public void End()
    {
        if (!IsDone)
        {
            Fault = IsSitemap is null ? "It has no list of addresses." : "It ends inside an element.";
        }
    }

    /// <summary>Checks an element's name before its attributes; the root's name identifies the document.</summary>
    /// <remarks>The attributes may be long.</remarks>
    public void LookAt(ReadOnlySpan<char> name) => _ = IsSitemap is not null || EnterRoot(name);

    /// <summary>Handles a start tag.</summary>
    /// <param name="name">Its name, without prefix.</param>
    public void Open(ReadOnlySpan<char> name)
    {
        if ((IsSitemap is null && !EnterRoot(name)) || !Count())
        {
            return;
        }

        string known = Known(name);
        if (Texts.Contains(Innermost))
        {
            if (known.Length == 0)
            {
                // A title may contain markup.
                _inner++;
                return;
            }

            Mend();
            Pop();
        }

        if (known is "url" or "sitemap" && _media == 0 && _open.Contains(known))
        {
            Mend();
            PopTo(known);
        }

        if (_open.Count == FeedLimits.Depth)
        {
            Fault = "Its elements are nested too deeply.";
            IsDone = true;
            return;
        }

        _open.Add(known);
        _media += known is "image" or "video" ? 1 : 0;
        ClearText();
    }

    /// <summary>Handles an end tag.</summary>
    /// <param name="name">Its name, without prefix.</param>
    public void Close(ReadOnlySpan<char> name)
    {
        if (!Count())
        {
            return;
        }

        string known = Known(name);
        if (known.Length == 0 && _inner > 0)
        {
            _inner--;
            return;
        }

        if (Innermost != known)
        {
            Mend();
        }

        if (_open.Contains(known))
        {
            PopTo(known);
        }

        IsDone |= _open.Count == 0 && IsSitemap is true;
    }

    /// <summary>Handles text with character references.</summary>
    public void Add(ReadOnlySpan<char> text) => Add(text, ampersand: "&");

    /// <summary>Handles literal text.</summary>
    public void AddLiteral(ReadOnlySpan<char> text) => Add(text, ampersand: "&amp;");

    // White space is collapsed and excess text dropped on arrival, so neither uses memory.
    private void Add(ReadOnlySpan<char> text, string ampersand)
    {
        if (!Texts.Contains(Innermost))
        {
            return;
        }

        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _isSpaced = _text.Length > 0;
            }
            else if (c is < ' ' or '\ufffe' or '\uffff')
            {
                // Not a character of XML.
            }
            else if (_text.Length >= FeedLimits.AddressLength)
            {
                _isTooLong = true;
                return;
            }
            else
            {
                _text.Append(_isSpaced ? " " : "");
                _isSpaced = false;
                _ = c == '&' ? _text.Append(ampersand) : _text.Append(c);
            }
        }
    }

    /// <summary>Counts a tag; returns whether it is read.</summary>
    private bool Count()
    {
        if (++_tags > FeedLimits.SitemapTags)
        {
            Fault = "It has too many elements.";
            IsDone = true;
        }

        return !IsDone;
    }

    private bool EnterRoot(ReadOnlySpan<char> name)
    {
        string root = AsciiCase.Lower(name.ToString());
        if (root is "urlset" or "sitemapindex")
        {
            IsSitemap = true;
        }
        else if (!Complaints.Contains(root))
        {
            IsSitemap = false;
            IsDone = true;
            Fault = $"Its root element is '{root}'.";
        }

        return IsSitemap is true;
    }

    private void PopTo(string name)
    {
        while (Innermost != name)
        {
            Mend();
            Pop();
        }

        Pop();
    }

    private void Pop()
    {
        string name = Innermost;
        _open.RemoveAt(_open.Count - 1);
        if (name is "image" or "video")
        {
            _media--;
        }
        else if (name is "url" or "sitemap" && _media == 0)
        {
            Finish(isSitemap: name == "sitemap");
        }
        else if (Texts.Contains(name) && _media == 0)
        {
            // Images and videos have titles and addresses too; the page's own first title and address count.
            _values.TryAdd(name, TakeText(isAddress: name == "loc"));
        }

        ClearText();
    }

    private void Finish(bool isSitemap)
    {
        if (FeedLink.Resolve(Value("loc"), baseUrl) is { } url)
        {
            found.Enqueue(new SitemapEntry
            {
                Url = url,
                IsSitemap = isSitemap,
                ModifiedAt = FeedDate.Read(Value("lastmod")),
                Title = Value("title") is { } title ? FeedText.FromText(title) : null,
                PublishedAt = FeedDate.Read(Value("publication_date")),
                Publication = Value("name"),
                Language = Value("language"),
            });
        }

        _values.Clear();
    }

    private string TakeText(bool isAddress)
    {
        // A cut address would be another address.
        if (isAddress && _isTooLong)
        {
            Fault ??= "An address is too long.";
            return "";
        }

        string written = FeedText.Cut(_text.ToString(), FeedLimits.AddressLength);
        if (!written.Contains('&', StringComparison.Ordinal))
        {
            return written;
        }

        using var decoded = new CharBuffer(written.Length);
        HtmlEntities.Decode(written, decoded);
        return FeedText.Collapse(decoded.Span);
    }

    private void ClearText()
    {
        _text.Clear();
        _isSpaced = false;
        _isTooLong = false;
        _inner = 0;
    }

    private string? Value(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string Known(ReadOnlySpan<char> name) =>
        Texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? text) ? text
        : Groups.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? group) ? group
        : "";
}
