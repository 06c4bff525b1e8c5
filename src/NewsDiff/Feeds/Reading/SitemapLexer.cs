using System.Buffers;

namespace NewsDiff.Feeds.Reading;

/// <summary>Splits a sitemap's markup into tags and text, block by block, whatever the input.</summary>
/// <remarks>
/// An XML reader would need repaired XML, and repairing needs the whole document in memory. A sitemap needs
/// only element names and texts: attributes, comments, instructions and the DTD are skipped.
/// </remarks>
internal sealed class SitemapLexer(SitemapDraft draft)
{
    private const int LongestName = 64;
    private const string CommentMark = "--";
    private const string CharacterDataMark = "[CDATA[";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/<>");
    private static readonly SearchValues<char> TagMarks = SearchValues.Create("<>\"'");

    private readonly char[] _name = new char[LongestName];
    private int _nameLength;
    private State _state;
    private bool _isEndTag;
    private bool _isEmptyTag;
    private char _quote;
    private int _run;

    private enum State
    {
        Text,
        Opened,
        Name,
        Tag,
        Quoted,
        Declaration,
        Comment,
        CharacterData,
        Instruction,
        DocumentType,
    }

    private ReadOnlySpan<char> LocalName
    {
        get
        {
            ReadOnlySpan<char> name = _name.AsSpan(0, _nameLength);
            return name[(name.LastIndexOf(':') + 1)..];
        }
    }

    /// <summary>Reads the next block.</summary>
    public void Take(ReadOnlySpan<char> block)
    {
        while (!block.IsEmpty && !draft.IsDone)
        {
            block = block[Read(block)..];
        }
    }

    /// <summary>Reads in the current state, and returns how many characters were read.</summary>
    private int Read(ReadOnlySpan<char> block) => _state switch
    {
        State.Text => ReadText(block),
        State.Opened => ReadOpened(block),
        State.Name => ReadName(block),
        State.Tag => ReadTag(block),
        State.Quoted => ReadQuoted(block),
        State.Declaration => ReadDeclaration(block),
        State.Comment => ReadComment(block),
        State.CharacterData => ReadCharacterData(block),
        State.Instruction => ReadUntil(block, '>'),
        _ => ReadDocumentType(block),
    };

    private int ReadText(ReadOnlySpan<char> block)
    {
        int open = block.IndexOf('<');
        draft.Add(open < 0 ? block : block[..open]);
        _state = open < 0 ? State.Text : State.Opened;
        return open < 0 ? block.Length : open + 1;
    }

    private int ReadOpened(ReadOnlySpan<char> block)
    {
        char first = block[0];
        _nameLength = 0;
        _isEmptyTag = false;
        _isEndTag = first == '/';
        _state = first switch
        {
            '/' => State.Name,
            '!' => State.Declaration,
            '?' => State.Instruction,
            '_' or ':' => State.Name,
            _ => char.IsLetter(first) ? State.Name : State.Text,
        };
        if (_state == State.Text)
        {
            draft.Add("<");
        }

        return first is '/' or '!' or '?' ? 1 : 0;
    }

    private int ReadName(ReadOnlySpan<char> block)
    {
        int end = block.IndexOfAny(NameEnds);
        Keep(end < 0 ? block : block[..end]);
        _state = end < 0 ? State.Name : State.Tag;
        if (end >= 0 && !_isEndTag)
        {
            draft.LookAt(LocalName);
        }

        return end < 0 ? block.Length : end;
    }

    private int ReadTag(ReadOnlySpan<char> block)
    {
        int mark = block.IndexOfAny(TagMarks);
        ReadOnlySpan<char> passed = mark < 0 ? block : block[..mark];
        _isEmptyTag = passed.IsEmpty ? _isEmptyTag : passed[^1] == '/';
        if (mark < 0)
        {
            return block.Length;
        }

        _quote = block[mark];
        switch (_quote)
        {
            case '>':
                EndTag();
                _state = State.Text;
                break;
            case '<':
                EndUnclosedTag();
                break;
            default:
                _state = State.Quoted;
                break;
        }

        return mark + 1;
    }

    // Values hold no angle bracket, so one means that a closing quote is missing.
    private int ReadQuoted(ReadOnlySpan<char> block)
    {
        int end = block.IndexOfAny(_quote, '<');
        if (end >= 0 && block[end] == '<')
        {
            EndUnclosedTag();
        }
        else if (end >= 0)
        {
            _state = State.Tag;
        }

        return end < 0 ? block.Length : end + 1;
    }

    private int ReadDeclaration(ReadOnlySpan<char> block)
    {
        Keep(block[..1]);
        ReadOnlySpan<char> mark = _name.AsSpan(0, _nameLength);
        _run = 0;
        if (mark.SequenceEqual(CommentMark))
        {
            _state = State.Comment;
        }
        else if (mark.SequenceEqual(CharacterDataMark))
        {
            _state = State.CharacterData;
        }
        else if (!CommentMark.StartsWith(mark, StringComparison.Ordinal)
            && !CharacterDataMark.StartsWith(mark, StringComparison.Ordinal))
        {
            _state = State.DocumentType;
            return 0;
        }

        return 1;
    }

    private int ReadComment(ReadOnlySpan<char> block)
    {
        for (int i = 0; i < block.Length; i++)
        {
            if (block[i] == '>' && _run >= CommentMark.Length)
            {
                _state = State.Text;
                return i + 1;
            }

            _run = block[i] == '-' ? _run + 1 : 0;
        }

        return block.Length;
    }

    private int ReadCharacterData(ReadOnlySpan<char> block)
    {
        if (block[0] == ']')
        {
            _run++;
            return 1;
        }

        if (block[0] == '>' && _run >= 2)
        {
            for (; _run > 2; _run--)
            {
                draft.AddLiteral("]");
            }

            _state = State.Text;
            return 1;
        }

        for (; _run > 0; _run--)
        {
            draft.AddLiteral("]");
        }

        int end = block.IndexOf(']');
        draft.AddLiteral(end < 0 ? block : block[..end]);
        return end < 0 ? block.Length : end;
    }

    private int ReadUntil(ReadOnlySpan<char> block, char last)
    {
        int end = block.IndexOf(last);
        _state = end < 0 ? _state : State.Text;
        return end < 0 ? block.Length : end + 1;
    }

    private int ReadDocumentType(ReadOnlySpan<char> block)
    {
        int mark = block.IndexOfAny('[', ']', '>');
        if (mark < 0)
        {
            return block.Length;
        }

        // The internal subset has angle brackets of its own.
        _run += block[mark] switch { '[' => 1, ']' => -1, _ => 0 };
        _state = block[mark] == '>' && _run <= 0 ? State.Text : State.DocumentType;
        return mark + 1;
    }

    private void EndUnclosedTag()
    {
        EndTag();
        draft.Mend();
        _state = State.Opened;
    }

    private void EndTag()
    {
        if (!_isEndTag)
        {
            draft.Open(LocalName);
        }

        if (_isEndTag || _isEmptyTag)
        {
            draft.Close(LocalName);
        }
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        int length = Math.Min(part.Length, _name.Length - _nameLength);
        part[..length].CopyTo(_name.AsSpan(_nameLength));
        _nameLength += length;
    }
}
