using System.Text;
using NewsDiff.Rendering.Terminal;

namespace NewsDiff.Tool.Output;

/// <summary>Fits text into a terminal's columns; characters of East Asian scripts take two.</summary>
internal static class Columns
{
    private const string Ellipsis = "…";

    /// <summary>How many columns a text takes.</summary>
    internal static int WidthOf(string text) => text.EnumerateRunes().Sum(TerminalText.WidthOf);

    /// <summary>Fills a text with spaces up to a width.</summary>
    internal static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - WidthOf(text)));

    /// <summary>Cuts the start of a text that is too wide, and marks the cut.</summary>
    internal static string CutStart(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        int used = 1;
        IEnumerable<Rune> kept = text.EnumerateRunes().Reverse()
            .TakeWhile(rune => (used += TerminalText.WidthOf(rune)) <= width)
            .Reverse();
        return width > 0 ? Ellipsis + string.Concat(kept) : "";
    }

    /// <summary>Cuts the end of a text that is too wide, and marks the cut.</summary>
    internal static string Cut(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        int used = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += TerminalText.WidthOf(rune);
            if (used > width - 1)
            {
                break;
            }

            cut.Append(rune);
        }

        return width > 0 ? cut + Ellipsis : "";
    }

    /// <summary>Breaks a text into lines at spaces; a word that is too long is cut.</summary>
    internal static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        int used = 0;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (used > 0 && used + 1 + WidthOf(word) > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            foreach (Rune rune in word.EnumerateRunes())
            {
                if (used + TerminalText.WidthOf(rune) > width)
                {
                    yield return line.ToString();
                    line.Clear();
                    used = 0;
                }

                line.Append(rune);
                used += TerminalText.WidthOf(rune);
            }
        }

        if (used > 0)
        {
            yield return line.ToString();
        }
    }
}
