using NewsDiff.Diffing.Tokens;
using NewsDiff.Text;

namespace NewsDiff.Diffing.Moves;

/// <summary>The words of all deleted stretches, or of all inserted ones.</summary>
/// <remarks>
/// A word that equals no other is put before and after each stretch, so that no run crosses its ends.
/// </remarks>
internal sealed class MoveSide
{
    /// <summary>The weight of a word; a character of a script without spaces weighs half.</summary>
    internal const int WordWeight = 2;

    // A character token may hold several characters; they weigh no more than two words.
    private const int MostCharacterWeight = 2 * WordWeight;

    private const int NoId = -1;

    private readonly List<MoveStretch> _stretches = [];
    private readonly List<MoveWord> _words = [];
    private readonly List<bool> _taken = [];
    private int _weight;

    internal int Count => _words.Count;

    internal MoveWord this[int index] => _words[index];

    /// <summary>The stretch of a word.</summary>
    internal MoveStretch StretchOf(int index) => _stretches[_words[index].Stretch];

    /// <summary>Whether there is a word here that belongs to no move yet.</summary>
    internal bool IsFree(int index) => _words[index].Id >= 0 && !_taken[index];

    /// <summary>The weight of the words from one index up to, but not including, another.</summary>
    internal int Weigh(int start, int end) => _words[end].Before - _words[start].Before;

    internal void Take(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            _taken[i] = true;
        }
    }

    /// <summary>Whether a sentence or a clause begins with a word.</summary>
    internal MoveBorder Before(int index) => MoveBorders.Before(StretchOf(index).Text, _words[index].Start);

    /// <summary>Whether a sentence or a clause ends with a word.</summary>
    internal MoveBorder After(int index) => MoveBorders.After(StretchOf(index).Text, _words[index].End);

    /// <summary>Adds the words of a stretch.</summary>
    internal void Add(in MoveStretch stretch, TokenInterner interner, TokenFolding folding, TokenList tokens)
    {
        if (_words.Count == 0)
        {
            AddEnd(stretch.Start);
        }

        ReadOnlySpan<char> text = stretch.Text.AsSpan(stretch.Start, stretch.End - stretch.Start);
        Tokenizer.Tokenize(text, tokens, skipInvisible: true);
        _stretches.Add(stretch);
        foreach (ref readonly Token token in tokens.Span)
        {
            if (token.IsWord)
            {
                ReadOnlySpan<char> word = text.Slice(token.Start, token.Length);
                AddWord(interner.Intern(folding.Fold(word)), stretch.Start + token.Start, token.Length);
                _weight += WeightOf(word, token.Kind);
            }
            else if (token.EndsParagraph)
            {
                AddEnd(stretch.Start + token.Start);
            }
        }

        AddEnd(stretch.End);
    }

    /// <summary>The text from one word to another in one stretch, with the marks beside them.</summary>
    internal MoveStretch CutOut(int start, int end)
    {
        MoveStretch stretch = StretchOf(start);
        MoveWord left = _words[start - 1];
        int least = left.Stretch == _words[start].Stretch ? left.End : stretch.Start;
        return stretch with
        {
            Start = MoveBorders.OpeningStart(stretch.Text, _words[start].Start, least),
            End = MoveBorders.ClosingEnd(stretch.Text, _words[end - 1].End, _words[end].Start),
        };
    }

    private static int WeightOf(ReadOnlySpan<char> word, TokenKind kind) => kind == TokenKind.Word
        ? WordWeight
        : Math.Clamp(CountCharacters(word), 1, MostCharacterWeight);

    private static int CountCharacters(ReadOnlySpan<char> word)
    {
        int count = 0;
        foreach (char c in word)
        {
            count += CharClasses.Of(c) == CharClass.Mark || char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    private void AddWord(int id, int start, int length)
    {
        _words.Add(new MoveWord(id, start, start + length, _stretches.Count - 1, _weight));
        _taken.Add(false);
    }

    private void AddEnd(int place)
    {
        _words.Add(new MoveWord(NoId, place, place, _stretches.Count - 1, _weight));
        _taken.Add(false);
    }
}
