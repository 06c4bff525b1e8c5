using System.Collections.Immutable;
using NewsDiff.Diffing.Search;
using NewsDiff.Diffing.Tidying;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing;

/// <summary>The whole comparison, step by step: read tokens, match, tidy, write.</summary>
/// <remarks>It keeps its buffers and is not thread-safe.</remarks>
internal sealed class DiffEngine
{
    // The length of a token in most languages, including white space; the guess avoids growing the buffers.
    private const int CharactersPerToken = 5;

    /// <summary>How many words each unit of effort adds to the longest stretch solved exactly.</summary>
    private const int WordsPerEffort = 16;

    private readonly TokenInterner _interner = new();
    private readonly TokenReader _reader;
    private readonly PairReader _pair;
    private readonly TokenList _old = new();
    private readonly TokenList _new = new();
    private readonly SharedLines _lines = new();
    private readonly CommonTokens _common = new();
    private readonly MatchSearch _search = new();
    private readonly List<Hunk> _hunks = [];
    private readonly IslandCleanup _islands = new();

    internal DiffEngine(DiffOptions options)
    {
        Options = options;
        _reader = new TokenReader(new TokenFolding(options), _interner, options.IgnoreInvisible);
        _pair = new PairReader(_reader);
    }

    internal DiffOptions Options { get; }

    /// <summary>The length of the longest text compared so far; the buffers have room for it.</summary>
    internal int LongestText { get; private set; }

    /// <summary>The number of tokens that divisions examined, in all comparisons.</summary>
    internal long Looks => _search.Looks;

    /// <summary>The edits of two equal texts.</summary>
    internal static ImmutableArray<DiffEdit> WriteSame(string text) =>
        text.Length == 0 ? [] : [new DiffEdit(EditKind.Equal, 0, text.Length, 0, text.Length)];

    internal ImmutableArray<DiffEdit> Compare(string oldText, string newText, bool isTidied = true)
    {
        if (oldText == newText)
        {
            return WriteSame(newText);
        }

        if (isTidied && CellEdits.AreSameCells(oldText, newText))
        {
            return CellEdits.CompareEach(oldText, newText, (old, @new) => CompareTexts(old, @new, isTidied: true));
        }

        return CompareTexts(oldText, newText, isTidied);
    }

    private ImmutableArray<DiffEdit> CompareTexts(string oldText, string newText, bool isTidied)
    {
        LongestText = Math.Max(LongestText, Math.Max(oldText.Length, newText.Length));

        // There may be several shortest edit scripts, and the direction may decide which one is found. The shorter text
        // is always read as the old one here, so that both directions show the same changes.
        bool isSwapped = IsBackwards(oldText, newText);
        (string first, string second) = isSwapped ? (newText, oldText) : (oldText, newText);
        _lines.Find(first, second);
        ReadTokens(first, second);
        FindHunks();
        var texts = new DiffTexts(first, _old, second, _new);
        if (isTidied)
        {
            Tidy(texts);
        }

        ImmutableArray<DiffEdit> edits = EditWriter.Write(isSwapped ? texts.Swap(_hunks) : texts, _hunks);
        Forget();
        return isTidied ? CellEdits.Divide(oldText, newText, edits) : edits;
    }

    private static bool IsBackwards(string oldText, string newText) =>
        oldText.Length > newText.Length
        || (oldText.Length == newText.Length && string.CompareOrdinal(oldText, newText) > 0);

    private void Tidy(in DiffTexts texts)
    {
        HunkJoiner.Apply(texts, _hunks);
        _islands.Apply(texts, _hunks);
        WholeReplacement.Apply(texts, _hunks, Options.ReplaceWholeBelow);
        ReplacedParagraphs.Join(texts, _hunks);
        HunkEnds.Cut(texts, _hunks);
        BoundarySlider.Apply(texts, _hunks);
        WholeUnits.Apply(texts, _hunks);
        LineEnds.Apply(texts, _hunks);
    }

    private void ReadTokens(string oldText, string newText)
    {
        _reader.Clear(expected: CountExpected(oldText) / 2);
        _old.Clear(CountExpected(oldText));
        _new.Clear(CountExpected(newText));
        _pair.Read(oldText, _old, newText, _new, _lines.Stretches);
    }

    private int CountExpected(string text) => Math.Max(text.Length - _lines.SharedLength, 0) / CharactersPerToken;

    // Shared lines get ids after those of the words, so that they match each other and nothing else.
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

    private void FindHunks()
    {
        if (_lines.Stretches.Count > 0)
        {
            NumberLines(_old, _interner.Count);
            NumberLines(_new, _interner.Count);
        }

        _common.Find(_old, _new, _interner.Count + _lines.Stretches.Count);
        ReadOnlySpan<int> matches = _search.Find(
            _common, firstFixedId: _interner.Count, Options.MaxEffort * WordsPerEffort);
        _hunks.Clear();
        int old = 0;
        int @new = 0;
        for (int i = 0; i < matches.Length; i++)
        {
            if (matches[i] >= 0)
            {
                int oldPlace = _common.OldPlaces[i];
                int newPlace = _common.NewPlaces[matches[i]];
                AddHunk(old, oldPlace, @new, newPlace);
                old = oldPlace + 1;
                @new = newPlace + 1;
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

    // The engine is kept for later callers, so its buffers must not keep a host's text.
    private void Forget()
    {
        _reader.Forget();
        _interner.Clear();
    }
}
