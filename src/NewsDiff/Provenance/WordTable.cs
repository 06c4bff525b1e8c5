using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>All words that an article ever had.</summary>
internal sealed class WordTable
{
    private readonly SpanTable _spans = new();
    private readonly List<Word> _words = [];

    /// <summary>The token of a word; equal words have equal ones.</summary>
    internal int TokenOf(int word) => _words[word].Token;

    /// <summary>The paragraph that last had the word.</summary>
    internal int ParagraphOf(int word) => _words[word].Paragraph;

    internal bool IsLoose(int word) => _words[word].Presence == Presence.Loose;

    /// <summary>Whether a text of this version may still take the word.</summary>
    internal bool IsFree(int word) => _words[word].Presence != Presence.Present;

    /// <summary>Whether a text of this version may still take all of these words.</summary>
    internal bool AreFree(ReadOnlySpan<int> words)
    {
        foreach (int word in words)
        {
            if (!IsFree(word))
            {
                return false;
            }
        }

        return true;
    }

    internal ImmutableArray<VersionSpan> ReadSpans(int word) => _spans.Read(word);

    internal void Loosen(int word) => _words[word] = _words[word] with { Presence = Presence.Loose };

    /// <summary>Puts a word into this version, restoring it if it was removed.</summary>
    internal void Take(int word, int version)
    {
        if (_words[word].Presence == Presence.Absent)
        {
            _spans.Restore(word, version);
        }

        _words[word] = _words[word] with { Presence = Presence.Present };
    }

    internal int Introduce(int token, int version)
    {
        _words.Add(new Word(token, -1, Presence.Present));
        return _spans.Add(version);
    }

    internal void Remove(int word, int version)
    {
        _spans.End(word, version);
        _words[word] = _words[word] with { Presence = Presence.Absent };
    }

    internal void Place(int word, int paragraph)
    {
        if (_words[word].Paragraph != paragraph)
        {
            _words[word] = _words[word] with { Paragraph = paragraph };
        }
    }

    private readonly record struct Word(int Token, int Paragraph, Presence Presence);
}
