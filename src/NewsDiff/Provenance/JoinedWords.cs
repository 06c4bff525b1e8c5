using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>Walks the words of texts that a comparison has joined by blank lines.</summary>
internal sealed class JoinedWords(ImmutableArray<TracedText> texts)
{
    private const int SeparatorLength = 2;

    private int _text;
    private int _offset;
    private int _next;
    private (TracedText Text, int Index) _current;

    internal ref int Word => ref _current.Text.Words[_current.Index];

    internal int Token => _current.Text.Places[_current.Index].Token;

    /// <summary>Skips the words that begin before a place of the joined text.</summary>
    internal void SkipTo(int place)
    {
        while (MoveNext(place))
        {
        }
    }

    /// <summary>Goes to the next word, if it begins before a place of the joined text.</summary>
    internal bool MoveNext(int end)
    {
        while (_text < texts.Length && _next == texts[_text].Words.Length)
        {
            _offset += texts[_text].Text.Length + SeparatorLength;
            _text++;
            _next = 0;
        }

        if (_text == texts.Length || _offset + texts[_text].Places[_next].Start >= end)
        {
            return false;
        }

        _current = (texts[_text], _next++);
        return true;
    }
}
