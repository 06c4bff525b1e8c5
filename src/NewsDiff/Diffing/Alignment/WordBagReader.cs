using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Reads paragraphs into bags; equal words get the same id.</summary>
internal sealed class WordBagReader
{
    private readonly TokenInterner _interner = new();
    private readonly TokenFolding _folding;
    private readonly TokenReader _reader;
    private readonly TokenList _tokens = new();
    private readonly List<int> _words = [];

    internal WordBagReader(DiffOptions options)
    {
        Options = options;
        _folding = new TokenFolding(options);
        _reader = new TokenReader(_folding, _interner, options.IgnoreInvisible);
        _reader.Clear(expected: 0);
    }

    internal DiffOptions Options { get; }

    internal int IdCount => _interner.Count;

    /// <summary>Forgets all words, and clears their text from the buffers.</summary>
    internal void Clear()
    {
        _reader.Forget();
        _reader.Clear(expected: 0);
    }

    internal WordBag Read(string text)
    {
        _tokens.Clear();
        _reader.Read(text, 0, text.Length, _tokens);
        var ids = new int[_tokens.Count];
        _words.Clear();
        for (int i = 0; i < ids.Length; i++)
        {
            ref Token token = ref _tokens[i];
            ids[i] = token.Id;
            if (token.Kind == TokenKind.Word)
            {
                _words.Add(ids[i]);
            }
            else if (token.Kind == TokenKind.Character)
            {
                bool hasNeighbour = i > 0
                    && _tokens[i - 1].Kind == TokenKind.Character
                    && _tokens[i - 1].End == token.Start;
                int start = hasNeighbour ? _tokens[i - 1].Start : token.Start;
                _words.Add(_interner.Intern(_folding.Fold(text.AsSpan(start, token.End - start))));
            }
        }

        return new WordBag(CountWords(), ids);
    }

    private WordCount[] CountWords()
    {
        _words.Sort();
        ReadOnlySpan<int> sorted = CollectionsMarshal.AsSpan(_words);
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        var counts = new WordCount[distinct];
        int next = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            counts[next++] = new WordCount(sorted[start], end - start);
            start = end;
        }

        return counts;
    }
}
