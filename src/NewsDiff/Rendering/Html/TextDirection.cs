using System.Text;

namespace NewsDiff.Rendering.Html;

/// <summary>Finds by its letters whether a text runs from right to left.</summary>
internal static class TextDirection
{
    private const int LettersRead = 400;

    /// <summary>Whether most of the first letters belong to a right-to-left script.</summary>
    internal static bool IsRightToLeft(IEnumerable<string> texts)
    {
        int balance = 0;
        int read = 0;
        foreach (string text in texts)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                if (!Rune.IsLetter(rune))
                {
                    continue;
                }

                balance += IsRightToLeft(rune.Value) ? 1 : -1;
                if (++read == LettersRead)
                {
                    return balance > 0;
                }
            }
        }

        return balance > 0;
    }

    /// <summary>Whether a letter is in a block that Unicode reserves for right-to-left scripts.</summary>
    private static bool IsRightToLeft(int letter) => letter is
        (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}
