using System.Buffers;

namespace NewsDiff.Text;

/// <summary>Lower case for names of formats and protocols, which are ASCII.</summary>
internal static class AsciiCase
{
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The text with A to Z in lower case and all else as it is.</summary>
    public static string Lower(string text) =>
        text.AsSpan().ContainsAny(Capitals)
            ? string.Create(text.Length, text, static (lower, text) =>
            {
                for (int i = 0; i < lower.Length; i++)
                {
                    lower[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
                }
            })
            : text;
}
