using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using NewsDiff.Cards.Fonts;
using Buffer = HarfBuzzSharp.Buffer;

namespace NewsDiff.Cards.Lettering;

/// <summary>Shapes a text, and divides it into lines.</summary>
internal sealed class TextSetter
{
    private readonly MarkedText _text;
    private readonly byte[] _levels;
    private readonly FontFace[] _faces;
    private readonly Script[] _scripts;
    private readonly Language? _language;
    private readonly FontFace _fallback;

    /// <summary>Prepares a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="isBold">Whether its letters are bold.</param>
    /// <param name="isRightToLeft">Whether it runs from right to left.</param>
    /// <param name="language">The language, which some fonts have forms for; null when unknown.</param>
    public TextSetter(MarkedText text, FontShelf fonts, bool isBold, bool isRightToLeft, string? language)
    {
        (_text, IsBold, IsRightToLeft) = (text, isBold, isRightToLeft);
        _levels = BidiLevels.Compute(text.Text, isRightToLeft);
        _language = language is null ? null : new Language(language);
        _fallback = FontShelf.Fallback(isBold);
        (_faces, _scripts) = (new FontFace[text.Text.Length], new Script[text.Text.Length]);
        ChooseFonts(fonts);
        Words = [.. FindWords()];
    }

    public bool IsBold { get; }

    public bool IsRightToLeft { get; }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => _text.Text.Length == 0;

    /// <summary>The characters that no font has.</summary>
    public HashSet<Rune> Missing { get; } = [];

    /// <summary>The stretches that stay on one line, each with its pieces.</summary>
    internal List<Piece[]> Words { get; }

    /// <summary>Divides the text into lines; what does not fit is cut with an ellipsis.</summary>
    /// <param name="width">The width of the lines.</param>
    /// <param name="size">The size of the letters.</param>
    /// <param name="mostLines">The maximum number of lines.</param>
    /// <param name="isCut">Whether it was cut.</param>
    public List<List<Piece>> Wrap(float width, float size, int mostLines, out bool isCut)
    {
        var lines = new LineFiller(width / size, mostLines);
        foreach (Piece[] word in Words)
        {
            if (LineFiller.WidthOf(word) <= lines.Width)
            {
                lines.Add(word);
            }
            else
            {
                foreach (Piece[] letter in LettersOf(word))
                {
                    lines.Add(letter);
                }
            }

            if (lines.IsFull)
            {
                break;
            }
        }

        isCut = lines.IsFull;
        return lines.Finish(isCut ? Ellipsis() : null);
    }

    /// <summary>Chooses a font for each letter; signs, digits and spaces take that of the letter before them.</summary>
    private void ChooseFonts(FontShelf fonts)
    {
        string text = _text.Text;
        Script script = Script.Common;
        FontFace? before = null;
        for (int at = 0; at < text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Rune first = Rune.GetRuneAt(text, at);
            FontFace? found = Rune.GetUnicodeCategory(first) == UnicodeCategory.Format
                ? before ?? _fallback
                : before is not null && !Rune.IsLetter(first) && before.Has(first)
                ? before
                : fonts.Find(first, IsBold);
            if (found is null && Missing.Count < 100)
            {
                Missing.Add(first);
            }

            FontFace face = found ?? _fallback;
            Script own = UnicodeFunctions.Default.GetScript(first.Value);
            script = own == Script.Common || own == Script.Inherited ? script : own;
            _faces.AsSpan(at, length).Fill(face);
            _scripts.AsSpan(at, length).Fill(script);
            before = face;
            at += length;
        }
    }

    private IEnumerable<Piece[]> FindWords()
    {
        bool[] breaks = LineBreaks.Find(_text.Text);
        int start = 0;
        for (int at = 1; at <= breaks.Length; at++)
        {
            if (at == breaks.Length || breaks[at])
            {
                yield return [.. Shape(start, at)];
                start = at;
            }
        }
    }

    /// <summary>A word letter by letter, for a line that is narrower than it.</summary>
    private IEnumerable<Piece[]> LettersOf(Piece[] word)
    {
        int end = word[^1].Start + word[^1].Length;
        for (int at = word[0].Start; at < end;)
        {
            int length = StringInfo.GetNextTextElementLength(_text.Text.AsSpan(at, end - at));
            yield return [.. Shape(at, at + length)];
            at += length;
        }
    }

    private IEnumerable<Piece> Shape(int start, int end)
    {
        for (int from = start; from < end;)
        {
            int to = from + 1;
            while (to < end && IsSame(from, to))
            {
                to++;
            }

            yield return Shape(from, to, _faces[from]);
            from = to;
        }
    }

    private bool IsSame(int one, int other) =>
        _faces[one] == _faces[other] && _levels[one] == _levels[other] && _scripts[one] == _scripts[other]
        && _text.Marks[one] == _text.Marks[other] && _text.Text[one] == ' ' == (_text.Text[other] == ' ');

    private Piece Shape(int start, int end, FontFace face)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(_text.Text, start, end - start);
        return Shape(buffer, start, end - start, face, _levels[start], _scripts[start], _text.Marks[start]) with
        {
            IsSpace = _text.Text[start] == ' ',
        };
    }

    private Piece Shape(
        Buffer buffer, int start, int length, FontFace face, byte level, Script script, Mark mark)
    {
        buffer.Direction = level % 2 == 0 ? Direction.LeftToRight : Direction.RightToLeft;
        buffer.Script = script;
        if (_language is not null)
        {
            buffer.Language = _language;
        }

        face.Shaper.Shape(buffer);
        ReadOnlySpan<GlyphInfo> infos = buffer.GetGlyphInfoSpan();
        ReadOnlySpan<GlyphPosition> positions = buffer.GetGlyphPositionSpan();
        ushort[] glyphs = new ushort[infos.Length];
        var places = new (float X, float Y)[infos.Length];
        float em = face.UnitsPerEm;
        float x = 0;
        for (int i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            places[i] = (x + (positions[i].XOffset / em), -positions[i].YOffset / em);
            x += positions[i].XAdvance / em;
        }

        return new Piece(start, length, face, level, mark, IsSpace: false, glyphs, places, x);
    }

    private Piece Ellipsis()
    {
        using var buffer = new Buffer();
        buffer.AddUtf16("…");
        return Shape(buffer, -1, 0, _fallback, (byte)(IsRightToLeft ? 1 : 0), Script.Common, Mark.Kept);
    }
}
