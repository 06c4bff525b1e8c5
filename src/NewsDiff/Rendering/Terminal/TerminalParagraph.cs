using System.Text;

namespace NewsDiff.Rendering.Terminal;

/// <summary>Writes one paragraph to a terminal: a gutter, then styled words, wrapped and cleaned.</summary>
internal sealed class TerminalParagraph(TextWriter writer, string gutter, AnsiDiffRenderer renderer)
{
    private readonly StringBuilder _word = new();
    private int _wordWidth;
    private int _column;
    private int _spaces;
    private TerminalStyle _spaceStyle;
    private TerminalStyle _lineStyle;
    private TerminalStyle _wordFirstStyle;
    private TerminalStyle _wordStyle;
    private bool _begun;

    internal void AddMarked(ReadOnlySpan<char> text, TerminalStyle style)
    {
        if (renderer.Color)
        {
            Add(text, style);
            return;
        }

        Add(style == TerminalStyle.Deleted ? "[-" : "{+", style);
        Add(text, style);
        Add(style == TerminalStyle.Deleted ? "-]" : "+}", style);
    }

    internal void Add(ReadOnlySpan<char> text, TerminalStyle style)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                EndWord();
                BreakLine();
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                EndWord();
                _spaces++;
                _spaceStyle = style;
            }
            else
            {
                AddToWord(TerminalText.Harmless(rune), style);
            }
        }
    }

    internal void End()
    {
        EndWord();
        Begin();
        SwitchTo(TerminalStyle.Plain);
        writer.Write('\n');
    }

    private void AddToWord(Rune rune, TerminalStyle style)
    {
        int width = TerminalText.WidthOf(rune);
        if (width == 2 || (renderer.Width is { } limit && _wordWidth + width + gutter.Length > limit))
        {
            // Scripts of wide characters break anywhere; so does a word that is longer than a line.
            EndWord();
        }

        if (_word.Length == 0)
        {
            _wordFirstStyle = style;
        }
        else
        {
            _word.Append(Sequence(_wordStyle, style));
        }

        _wordStyle = style;
        _word.Append(rune.ToString());
        _wordWidth += width;
    }

    private void EndWord()
    {
        if (_word.Length == 0)
        {
            return;
        }

        Begin();
        if (renderer.Width is { } width && _column > 0 && gutter.Length + _column + _spaces + _wordWidth > width)
        {
            BreakLine();
        }
        else if (_spaces > 0)
        {
            SwitchTo(_spaceStyle);
            writer.Write(new string(' ', _spaces));
            _column += _spaces;
        }

        SwitchTo(_wordFirstStyle);
        writer.Write(_word);
        _column += _wordWidth;
        _lineStyle = _wordStyle;
        _spaces = 0;
        _word.Clear();
        _wordWidth = 0;
    }

    private void BreakLine()
    {
        Begin();
        SwitchTo(TerminalStyle.Plain);
        writer.Write('\n');
        writer.Write(new string(' ', gutter.Length));
        _column = 0;
        _spaces = 0;
    }

    private void Begin()
    {
        if (!_begun)
        {
            _begun = true;
            writer.Write(gutter);
        }
    }

    private void SwitchTo(TerminalStyle style)
    {
        writer.Write(Sequence(_lineStyle, style));
        _lineStyle = style;
    }

    private string Sequence(TerminalStyle from, TerminalStyle to)
    {
        if (!renderer.Color || from == to)
        {
            return "";
        }

        string begin = to switch
        {
            TerminalStyle.Title => "\e[1m",
            TerminalStyle.Quiet => "\e[2m",
            TerminalStyle.Deleted => "\e[9;31m",
            TerminalStyle.Inserted => "\e[1;32m",
            TerminalStyle.Moved => "\e[4;36m",
            _ => "",
        };
        return from == TerminalStyle.Plain ? begin : "\e[0m" + begin;
    }
}
