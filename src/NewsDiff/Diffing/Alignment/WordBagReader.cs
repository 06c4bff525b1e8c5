using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Reads paragraphs into bags; equal words get the same id.</summary>
internal sealed class WordBagReader
{
    // About so many characters of a text bring a word that it has not had yet.
    private const int CharactersPerWord = 10;

    private readonly TokenInterner _interner = new();
    private readonly TokenFolding _folding;
    private readonly TokenReader _reader;
    private readonly TokenList _tokens = new();

    // The words of the text that is read, and how often it has each of them, by their ids.
    private readonly List<int> _words = [];
    private int[] _counts = [];
    private int _expected;

    internal WordBagReader(DiffOptions options)
    {
        Options = options;
        _folding = new TokenFolding(options);
        _reader = new TokenReader(_folding, _interner, options.IgnoreInvisible);
        _reader.Clear(expected: 0);
    }

    internal DiffOptions Options { get; }

    internal int IdCount => _interner.Count;

    /// <summary>The number of words that its buffers have grown for.</summary>
    internal int Room => Math.Max(Math.Max(_expected, IdCount), _counts.Length);

    /// <summary>Makes room for the words of about this many characters, before any is read.</summary>
    internal void Expect(int characters)
    {
        _expected = characters / CharactersPerWord;
        _reader.Clear(_expected);
    }

    /// <summary>Forgets all words, and clears their text from the buffers.</summary>
    internal void Clear()
    {
        _expected = 0;
        _reader.Forget();
        _reader.Clear(expected: 0);
    }

    internal WordBag Read(string text)
    {
        _tokens.Clear();
        _reader.Read(text, 0, text.Length, _tokens);
        var ids = new int[_tokens.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ref Token token = ref _tokens[i];
            ids[i] = token.Id;
            if (token.Kind == TokenKind.Word)
            {
                Count(ids[i]);
            }
            else if (token.Kind == TokenKind.Character)
            {
                bool hasNeighbour = i > 0
                    && _tokens[i - 1].Kind == TokenKind.Character
                    && _tokens[i - 1].End == token.Start;
                int start = hasNeighbour ? _tokens[i - 1].Start : token.Start;
                Count(_interner.Intern(_folding.Fold(text.AsSpan(start, token.End - start))));
            }
        }

        return new WordBag(TakeCounts(), ids);
    }

    private void Count(int word)
    {
        if (word >= _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(word + 1, _counts.Length * 2));
        }

        if (_counts[word]++ == 0)
        {
            _words.Add(word);
        }
    }

    private WordCount[] TakeCounts()
    {
        var counts = new WordCount[_words.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            int word = _words[i];
            counts[i] = new WordCount(word, _counts[word]);
            _counts[word] = 0;
        }

        _words.Clear();
        return counts;
    }
}
