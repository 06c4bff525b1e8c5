using System.Buffers;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Html;

/// <summary>Cuts a page into tokens (HTML Standard, 13.2.5); comments are left out.</summary>
internal sealed class HtmlTokenizer
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\n\f\r");

    private readonly string _html;
    private readonly HtmlTree _tree;
    private readonly TagReader _tags;
    private int _position;
    private HtmlToken _token;
    private HtmlTag? _element;
    private bool _keepsText;

    public HtmlTokenizer(string html, HtmlTree tree, PageBudget budget)
    {
        _html = html;
        _tree = tree;
        _tags = new TagReader(html, tree, budget);
    }

    /// <summary>The token that was read.</summary>
    public ref HtmlToken Token => ref _token;

    /// <summary>How the next text is read.</summary>
    public TextMode Mode { get; private set; }

    /// <summary>Whether the current element is one of SVG or MathML, which may have CDATA sections.</summary>
    public bool IsInForeign { get; set; }

    /// <summary>Whether a line end that follows at once is dropped.</summary>
    public bool DropsLineEnd { get; set; }

    /// <summary>Reads the text of an element in its own way, up to its end tag.</summary>
    /// <param name="mode">How the text is read.</param>
    /// <param name="element">The element.</param>
    /// <param name="keepsText">Whether the text is wanted.</param>
    public void ReadTextOf(HtmlTag element, TextMode mode, bool keepsText)
    {
        Mode = mode;
        _element = element;
        _keepsText = keepsText;
    }

    /// <summary>Reads a token; after the last one, the end of the page.</summary>
    public void Read()
    {
        if (DropsLineEnd)
        {
            DropLineEnd();
        }

        if (Mode != TextMode.Data && ReadOwnText())
        {
            return;
        }

        int start = _position;
        while (!ReadMarked(ref start))
        {
        }
    }

    /// <summary>Cuts the white space at the start of the current text off.</summary>
    /// <returns>Whether there was any; it is the current token then.</returns>
    public bool CutLeadingSpace(out TextRun rest)
    {
        TextRun text = _token.Text;
        int spaces = _tree.TextAt(text.Start, text.Length, text.IsDecoded).IndexOfAnyExcept(WhiteSpace);
        rest = new TextRun(text.Start + spaces, text.Length - spaces, text.IsDecoded);
        if (spaces > 0)
        {
            _token.Kind = TokenKind.Space;
            _token.Text = new TextRun(text.Start, spaces, text.IsDecoded);
        }

        return spaces > 0;
    }

    /// <summary>Reads up to the next less-than sign, and what it begins if nothing is before.</summary>
    /// <param name="start">Where the text before the sign starts.</param>
    /// <returns>Whether a token was read.</returns>
    private bool ReadMarked(ref int start)
    {
        int found = _html.AsSpan(_position).IndexOf('<');
        int end = found < 0 ? _html.Length : _position + found;
        if (found >= 0 && !StartsMarkup(end))
        {
            _position = end + 1;
            return false;
        }

        if (end > start)
        {
            _position = end;
            Emit(start, end, hasReferences: true);
            return true;
        }

        if (found < 0)
        {
            _token.Kind = TokenKind.End;
            return true;
        }

        bool isToken = ReadMarkup(end);
        start = _position;
        return isToken;
    }

    private void DropLineEnd()
    {
        DropsLineEnd = false;
        ReadOnlySpan<char> rest = _html.AsSpan(_position);
        _position += rest.StartsWith("\r\n") ? 2 : rest is ['\n' or '\r', ..] ? 1 : 0;
    }

    /// <summary>Whether a less-than sign begins something else than text.</summary>
    private bool StartsMarkup(int at)
    {
        char next = at + 1 < _html.Length ? _html[at + 1] : ' ';
        return char.IsAsciiLetter(next) || next is '!' or '?' || (next == '/' && at + 2 < _html.Length);
    }

    /// <summary>Reads markup.</summary>
    /// <returns>Whether it is a token.</returns>
    private bool ReadMarkup(int at)
    {
        char next = _html[at + 1];
        if (char.IsAsciiLetter(next))
        {
            return ReadTag(at + 1, TokenKind.StartTag);
        }

        if (next == '/' && char.IsAsciiLetter(_html[at + 2]))
        {
            return ReadTag(at + 2, TokenKind.EndTag);
        }

        ReadOnlySpan<char> rest = _html.AsSpan(at + 2);
        if (next == '!' && rest.StartsWith("--"))
        {
            _position = EndOfComment(at + 4);
            return false;
        }

        if (next == '!' && IsInForeign && rest.StartsWith("[CDATA["))
        {
            return ReadCdata(at + "<![CDATA[".Length);
        }

        int end = rest.IndexOf('>');
        _position = end < 0 ? _html.Length : at + 2 + end + 1;
        if (next == '!' && rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
        {
            _token.Kind = TokenKind.Doctype;
            int start = at + 2 + "doctype".Length;
            _token.Text = new TextRun(start, (end < 0 ? _html.Length : at + 2 + end) - start, IsDecoded: false);
            return true;
        }

        return false;
    }

    private bool ReadTag(int at, TokenKind kind)
    {
        _token.Kind = kind;
        _position = _tags.Read(at, ref _token);
        if (_position < 0)
        {
            _position = _html.Length;
            return false;
        }

        return true;
    }

    private bool ReadCdata(int start)
    {
        int length = _html.AsSpan(start).IndexOf("]]>");
        int end = length < 0 ? _html.Length : start + length;
        _position = length < 0 ? end : end + 3;
        if (end > start)
        {
            Emit(start, end, hasReferences: false);
        }

        return end > start;
    }

    private int EndOfComment(int start)
    {
        ReadOnlySpan<char> rest = _html.AsSpan(start);
        if (rest is ['>', ..] or ['-', '>', ..])
        {
            return start + (rest[0] == '>' ? 1 : 2);
        }

        int at = start;
        while (_html.AsSpan(at).IndexOf("--") is >= 0 and var found)
        {
            at += found;
            int after = at + 2;
            if (after < _html.Length && _html[after] == '>')
            {
                return after + 1;
            }

            if (after + 1 < _html.Length && _html[after] == '!' && _html[after + 1] == '>')
            {
                return after + 2;
            }

            at++;
        }

        return _html.Length;
    }

    /// <summary>Reads the text of an element that has its own way.</summary>
    /// <returns>Whether it has any that is wanted.</returns>
    private bool ReadOwnText()
    {
        int start = _position;
        int end = Mode switch
        {
            TextMode.Plain => _html.Length,
            TextMode.Script => RawText.EndOfScript(_html, start),
            _ => RawText.EndOf(_html, start, _element!.Name),
        };
        bool hasReferences = Mode == TextMode.Escapable;
        Mode = TextMode.Data;
        _position = end;
        if (end > start && _keepsText)
        {
            Emit(start, end, hasReferences);
            return true;
        }

        return false;
    }

    private void Emit(int start, int end, bool hasReferences)
    {
        ReadOnlySpan<char> written = _html.AsSpan(start, end - start);
        bool isWritten = hasReferences
            ? written.IndexOfAny('&', '\r', '\0') < 0
            : written.IndexOfAny('\r', '\0') < 0;
        _token.Text = isWritten ? new TextRun(start, end - start, IsDecoded: false) : Decode(written, hasReferences);
        TextRun text = _token.Text;
        _token.Kind = _tree.TextAt(text.Start, text.Length, text.IsDecoded).ContainsAnyExcept(WhiteSpace)
            ? TokenKind.Text
            : TokenKind.Space;
    }

    private TextRun Decode(ReadOnlySpan<char> written, bool hasReferences)
    {
        int start = _tree.Decoded.Length;
        if (hasReferences)
        {
            CharacterReferences.Decode(written, isAttribute: false, _tree.Decoded);
        }
        else
        {
            CharacterReferences.Normalize(written, _tree.Decoded);
        }

        return new TextRun(start, _tree.Decoded.Length - start, IsDecoded: true);
    }
}
