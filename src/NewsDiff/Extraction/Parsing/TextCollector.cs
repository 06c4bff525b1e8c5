using System.Buffers;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Gathers the text of a page: white space collapsed, invisible characters dropped, cut into blocks.</summary>
internal sealed class TextCollector : IDisposable
{
    /// <summary>The usual number of blocks.</summary>
    private const int Usual = 512;

    /// <summary>How many characters are looked at for words in a row.</summary>
    private const int LongestRun = 256;

    /// <summary>Letters and digits that weigh 1 each, and what separates them.</summary>
    private static readonly SearchValues<char> OfWords =
        SearchValues.Create(" abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r");

    private readonly SharedList<TextBlock> _blocks = new(Usual);
    private char[] _buffer;
    private TextBlock _open;
    private bool _isOpen;
    private bool _pendingSpace;
    private bool _mayEndSentence;
    private int _lineBreaks;

    /// <summary>Makes a collector for a text of about this length.</summary>
    public TextCollector(int length) => _buffer = SharedArrays.Take<char>(length + 64);

    public Span<TextBlock> Blocks => _blocks.Items;

    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, Length);

    public int Length { get; private set; }

    /// <summary>Whether a block has begun.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>How many preformatted elements are around; their line breaks are kept.</summary>
    public int Preformatted { get; set; }

    /// <summary>Appends text of an element.</summary>
    /// <param name="text">The text.</param>
    /// <param name="node">The innermost element around it that starts a block.</param>
    /// <param name="isLinked">Whether it is inside a link.</param>
    /// <param name="isEmphasised">Whether it is bold or italic.</param>
    /// <param name="denier">The outermost inline element with a denied role around it; -1 for none.</param>
    public void Append(ReadOnlySpan<char> text, int node, bool isLinked, bool isEmphasised, int denier)
    {
        Reserve(text.Length + 4);
        int weight = 0;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                ReadOnlySpan<char> words = WordsOf(text[i..]);
                weight += AppendWords(words, node);
                i += words.Length;
            }
            else
            {
                weight += Append(text[i], node);
                i += LengthOfSpace(text[i..]);
            }
        }

        _open.Weight += weight;
        _open.LinkWeight += isLinked ? weight : 0;
        _open.EmphasisWeight += isEmphasised ? weight : 0;

        // A sign without weight, such as "#", is left out too.
        int denied = denier >= 0 && !text.IsWhiteSpace() ? Math.Max(weight, 1) : 0;
        _open.DeniedWeight += denied;
        _open.Denier = denied > 0 ? denier : _open.Denier;
    }

    /// <summary>Adds a line break: one is a space, two in a row end the block.</summary>
    public void LineBreak()
    {
        if (Preformatted > 0 && _isOpen)
        {
            Reserve(1);
            _buffer[Length++] = '\n';
            return;
        }

        _pendingSpace = true;
        if (++_lineBreaks > 1)
        {
            Break();
        }
    }

    /// <summary>Ends the block.</summary>
    public void Break()
    {
        EndSentence();
        if (_isOpen)
        {
            _open.End = Length;
            _blocks.Add(_open);
            Reserve(1);
            _buffer[Length++] = '\n';
            _isOpen = false;
        }

        _open = default;
        _pendingSpace = false;
        _lineBreaks = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blocks.Dispose();
        SharedArrays.GiveBack(_buffer);
        _buffer = [];
        Length = 0;
    }

    /// <summary>The words that a text begins with, with one space between each two.</summary>
    private static ReadOnlySpan<char> WordsOf(ReadOnlySpan<char> text)
    {
        // Within a bound, because the next row of words begins at the first gap.
        text = text[..Math.Min(text.Length, LongestRun)];
        int end = text.IndexOfAnyExcept(OfWords);
        text = (end < 0 ? text : text[..end]).TrimEnd(' ');
        int gap = text.IndexOf("  ");
        return gap < 0 ? text : text[..gap];
    }

    /// <returns>Their weight.</returns>
    private int AppendWords(ReadOnlySpan<char> words, int node)
    {
        Open(node);
        words.CopyTo(_buffer.AsSpan(Length));
        Length += words.Length;
        _mayEndSentence = false;
        return words.Length - words.Count(' ');
    }

    /// <summary>How many characters are read at once: a row of spaces is one.</summary>
    private int LengthOfSpace(ReadOnlySpan<char> text)
    {
        if (Preformatted > 0 || text[0] > ' ')
        {
            return 1;
        }

        int end = text.IndexOfAnyExcept(Spaces);
        return end < 0 ? text.Length : Math.Max(end, 1);
    }

    /// <returns>Its weight.</returns>
    private int Append(char c, int node)
    {
        if (TextWeight.IsSpace(c))
        {
            AppendSpace(c);
            return 0;
        }

        if (TextWeight.IsInvisible(c))
        {
            return 0;
        }

        Open(node);
        _buffer[Length++] = c;
        int weight = TextWeight.Of(c);
        if (weight == 0)
        {
            Punctuate(c);
        }
        else
        {
            _mayEndSentence = false;
        }

        return weight;
    }

    private void AppendSpace(char c)
    {
        EndSentence();
        if (c == '\n' && Preformatted > 0 && _isOpen)
        {
            _buffer[Length++] = '\n';
            _pendingSpace = false;
        }
        else
        {
            _pendingSpace = true;
        }
    }

    /// <summary>Notes a sentence's end: a full stop before a space or the end.</summary>
    private void Punctuate(char c)
    {
        if (Punctuation.EndsSentence(c))
        {
            _open.Sentences += c >= 0x80 ? 1 : 0;
            _mayEndSentence = c < 0x80;
        }
        else if (Punctuation.SeparatesClauses(c))
        {
            _open.Commas++;
            _mayEndSentence = false;
        }
    }

    private void EndSentence()
    {
        _open.Sentences += _mayEndSentence ? 1 : 0;
        _mayEndSentence = false;
    }

    private void Open(int node)
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _pendingSpace = false;
            _open.Node = node;
            _open.Start = Length;
        }
        else if (_pendingSpace)
        {
            _buffer[Length++] = ' ';
            _pendingSpace = false;
        }

        _lineBreaks = 0;
    }

    private void Reserve(int count)
    {
        if (Length + count > _buffer.Length)
        {
            char[] longer = SharedArrays.Take<char>(Math.Max(_buffer.Length * 2, Length + count));
            Text.CopyTo(longer);
            SharedArrays.GiveBack(_buffer);
            _buffer = longer;
        }
    }
}
