using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsDiff.Cards.Lettering;

/// <summary>Cleans stretches of text for one line after another, and ends after a number of characters.</summary>
/// <remarks>
/// White space becomes one space. Controls go, as do the codes that override the direction of a text; marks above a
/// letter and invisible characters are limited, so that nothing piles up.
/// </remarks>
/// <param name="most">The maximum number of UTF-16 units of the text.</param>
internal sealed class MarkedTextBuilder(int most)
{
    /// <summary>The maximum number of combining marks on a letter; pointed Hebrew has up to four.</summary>
    private const int MostMarks = 4;

    /// <summary>How many units are read for each one that is wanted: the rest may be invisible without end.</summary>
    private const int ReadPerUnit = 50;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Mark>.Builder _marks = ImmutableArray.CreateBuilder<Mark>();
    private int _left = most * ReadPerUnit;
    private int _combining;
    private bool _endsInvisible;
    private bool _isFull;

    /// <summary>Adds a stretch.</summary>
    public MarkedTextBuilder Append(string text, Mark mark)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (_isFull)
            {
                break;
            }

            if (--_left <= 0 || _text.Length >= most)
            {
                _isFull = true;
                TrimEnd();
                Add(new Rune('…'), Mark.Kept);
                break;
            }

            Take(rune, mark);
        }

        return this;
    }

    /// <summary>Makes the text.</summary>
    public MarkedText Build()
    {
        TrimEnd();
        FreeSpaces();
        return new MarkedText(_text.ToString(), _marks.ToImmutable());
    }

    private void Take(Rune rune, Mark mark)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (Rune.IsWhiteSpace(rune) && rune.Value != '\u00A0')
        {
            TakeSpace(mark);
            return;
        }

        switch (category)
        {
            case UnicodeCategory.Control:
                return;
            case UnicodeCategory.Format:
                if (IsKept(rune) && !_endsInvisible && _text.Length > 0)
                {
                    Add(rune, mark);
                    _endsInvisible = true;
                }

                return;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                if (++_combining > MostMarks)
                {
                    return;
                }

                break;
            default:
                _combining = 0;
                break;
        }

        _endsInvisible = false;
        Add(rune, mark);
    }

    /// <summary>Whether an invisible character changes how its neighbours are joined or ordered.</summary>
    private static bool IsKept(Rune rune) => rune.Value is 0x200C or 0x200D or 0x200E or 0x200F or 0x061C;

    private void TakeSpace(Mark mark)
    {
        (_combining, _endsInvisible) = (0, false);
        if (_text.Length == 0)
        {
            return;
        }

        if (_text[^1] != ' ')
        {
            Add(new Rune(' '), mark);
        }
        else if (_marks[^1] != mark)
        {
            _marks[^1] = Mark.Kept;
        }
    }

    /// <summary>Takes the spaces at the ends of changes out of their marks.</summary>
    private void FreeSpaces()
    {
        for (int i = 1; i < _text.Length - 1; i++)
        {
            if (_text[i] == ' ' && (_marks[i - 1] != _marks[i] || _marks[i + 1] != _marks[i]))
            {
                _marks[i] = Mark.Kept;
            }
        }
    }

    private void Add(Rune rune, Mark mark)
    {
        Span<char> units = stackalloc char[2];
        int length = rune.EncodeToUtf16(units);
        _text.Append(units[..length]);
        for (int i = 0; i < length; i++)
        {
            _marks.Add(mark);
        }
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
            _marks.RemoveAt(_marks.Count - 1);
        }
    }
}
