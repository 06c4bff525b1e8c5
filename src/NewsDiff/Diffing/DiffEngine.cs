using System.Collections.Immutable;

namespace NewsDiff.Diffing;

/// <summary>The whole comparison, step by step: tokenise, intern, match, tidy, write. Keeps its buffers; not thread-safe.</summary>
internal sealed class DiffEngine(DiffOptions options)
{
    // Buffers for a text of more tokens than this are given up afterwards.
    private const int KeptCapacity = 1 << 16;

    private readonly TokenFolding _folding = new(options);
    private readonly TokenInterner _interner = new();
    private readonly TokenList _old = new();
    private readonly TokenList _new = new();
    private readonly SharedLines _lines = new();
    private readonly MatchSearch _search = new();
    private readonly List<Hunk> _hunks = [];
    private int[] _numbers = [];

    internal ImmutableArray<DiffEdit> Compare(string oldText, string newText)
    {
        if (oldText == newText)
        {
            return oldText.Length == 0 ? [] : [new DiffEdit(EditKind.Equal, 0, oldText.Length, 0, newText.Length)];
        }

        _lines.Find(oldText, newText);
        Tokenize(oldText, newText);
        _interner.Clear(_old.Count);
        Intern(oldText, _old);
        Intern(newText, _new);
        FindHunks();
        var texts = new DiffTexts(oldText, _old, newText, _new);
        HunkJoiner.Apply(texts, _hunks);
        IslandCleanup.Apply(texts, _hunks);
        WholeReplacement.Apply(texts, _hunks, options.ReplaceWholeBelow);
        HunkEnds.Cut(texts, _hunks);
        BoundarySlider.Apply(texts, _hunks);
        ImmutableArray<DiffEdit> edits = EditWriter.Write(texts, _hunks);
        Forget();
        return edits;
    }

    // Lines that both texts share become one token each side; only what is between them is cut into words.
    private void Tokenize(string oldText, string newText)
    {
        _old.Clear();
        _new.Clear();
        int oldPosition = 0;
        int newPosition = 0;
        foreach (Box stretch in _lines.Stretches)
        {
            Tokenizer.Append(oldText, oldPosition, stretch.OldStart, _old, options.IgnoreInvisible);
            Tokenizer.Append(newText, newPosition, stretch.NewStart, _new, options.IgnoreInvisible);
            _old.Add(stretch.OldStart, stretch.OldEnd, TokenKind.Lines);
            _new.Add(stretch.NewStart, stretch.NewEnd, TokenKind.Lines);
            oldPosition = stretch.OldEnd;
            newPosition = stretch.NewEnd;
        }

        Tokenizer.Append(oldText, oldPosition, oldText.Length, _old, options.IgnoreInvisible);
        Tokenizer.Append(newText, newPosition, newText.Length, _new, options.IgnoreInvisible);
    }

    private void Intern(string text, TokenList tokens)
    {
        // All paragraph breaks are one, however many blank lines they are.
        int breakId = _interner.Intern("\n\n", TokenKind.Break);
        int weight = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            ref Token token = ref tokens[i];
            token.Id = token.Kind >= TokenKind.Break ? breakId
                : token.IsAscii && _folding.KeepsAscii ? _interner.Intern(text, token.Start, token.Length, token.Kind)
                : _interner.Intern(_folding.Fold(text.AsSpan(token.Start, token.Length)), token.Kind);
            token.WeightBefore = weight;
            weight += _interner.WeightOf(token.Id);
        }

        tokens.TotalWeight = weight;
    }

    // Shared lines match each other and nothing else: their ids follow those of the words.
    private static void NumberLines(TokenList tokens, int id)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Lines)
            {
                tokens[i].Id = id++;
            }
        }
    }

    // Tokens that the other side does not have can match nothing: the search never sees them, however many they are.
    private void FindHunks()
    {
        NumberLines(_old, _interner.Count);
        NumberLines(_new, _interner.Count);
        int ids = _interner.Count + _lines.Stretches.Count;
        int all = _old.Count + _new.Count;
        Span<int> numbers = Reserve((2 * ids) + (2 * all) + _old.Count);
        Span<int> oldSeen = numbers[..ids];
        Span<int> newSeen = numbers[ids..(2 * ids)];
        oldSeen.Clear();
        newSeen.Clear();
        CountIds(_old, oldSeen);
        CountIds(_new, newSeen);
        Span<int> rest = numbers[(2 * ids)..];
        Span<int> oldIds = rest[.._old.Count];
        Span<int> oldPlaces = rest[_old.Count..(2 * _old.Count)];
        Span<int> newIds = rest.Slice(2 * _old.Count, _new.Count);
        Span<int> newPlaces = rest.Slice((2 * _old.Count) + _new.Count, _new.Count);
        int oldCount = Select(_old, newSeen, oldIds, oldPlaces);
        int newCount = Select(_new, oldSeen, newIds, newPlaces);
        Span<int> matches = rest.Slice(2 * all, oldCount);
        _search.Find(oldIds[..oldCount], newIds[..newCount], _interner.Count, ids, options.MaxEffort * 16, matches);
        CollectHunks(matches, oldPlaces, newPlaces);
    }

    private static void CountIds(TokenList tokens, Span<int> seen)
    {
        foreach (ref readonly Token token in tokens.Span)
        {
            seen[token.Id]++;
        }
    }

    private static int Select(TokenList tokens, ReadOnlySpan<int> seenOnOtherSide, Span<int> ids, Span<int> places)
    {
        int count = 0;
        ReadOnlySpan<Token> all = tokens.Span;
        for (int i = 0; i < all.Length; i++)
        {
            if (seenOnOtherSide[all[i].Id] > 0)
            {
                ids[count] = all[i].Id;
                places[count++] = i;
            }
        }

        return count;
    }

    private void CollectHunks(ReadOnlySpan<int> matches, ReadOnlySpan<int> oldPlaces, ReadOnlySpan<int> newPlaces)
    {
        _hunks.Clear();
        int old = 0;
        int @new = 0;
        for (int i = 0; i < matches.Length; i++)
        {
            if (matches[i] >= 0)
            {
                AddHunk(old, oldPlaces[i], @new, newPlaces[matches[i]]);
                old = oldPlaces[i] + 1;
                @new = newPlaces[matches[i]] + 1;
            }
        }

        AddHunk(old, _old.Count, @new, _new.Count);
    }

    private void AddHunk(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        if (oldStart < oldEnd || newStart < newEnd)
        {
            _hunks.Add(new Hunk { OldStart = oldStart, OldEnd = oldEnd, NewStart = newStart, NewEnd = newEnd });
        }
    }

    private Span<int> Reserve(int length)
    {
        if (_numbers.Length < length)
        {
            _numbers = new int[Math.Max(length, _numbers.Length * 2)];
        }

        return _numbers.AsSpan(0, length);
    }

    // No text of a host stays behind in pooled memory, and one huge text does not hold its buffers for ever.
    private void Forget()
    {
        _lines.Trim(KeptCapacity);
        _interner.Trim(KeptCapacity);
        _old.Trim(KeptCapacity);
        _new.Trim(KeptCapacity);
        _search.Trim(KeptCapacity * 4);
        if (_numbers.Length > KeptCapacity * 8)
        {
            _numbers = [];
        }
    }
}
