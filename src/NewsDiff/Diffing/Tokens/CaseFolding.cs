using System.Buffers;
using System.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Makes upper and lower case equal as Unicode's case folding does, in every script.</summary>
/// <remarks>
/// A rune becomes the lower case of its upper case, because all forms of a letter share the upper case (σ and ς, s and
/// ſ). Letters that Unicode folds to several are in a table. A text does not say whether it is Turkish, so the dotted
/// and the dotless i count as one letter.
/// </remarks>
internal static class CaseFolding
{
    private const char DotAbove = '\u0307';

    internal static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 1);
        Span<char> units = stackalloc char[2];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int length) != OperationStatus.Done)
            {
                folded.Append(text[..length]);
            }
            else if (Several(rune.Value) is { } several)
            {
                folded.Append(several);
            }
            else if (rune.Value != DotAbove || folded.Length == 0 || folded[^1] != 'i')
            {
                folded.Append(units[..Single(rune).EncodeToUtf16(units)]);
            }

            text = text[length..];
        }

        return folded.ToString();
    }

    private static Rune Single(Rune rune) => rune.Value is '\u0130' or '\u0131'
        ? new Rune('i')
        : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    private static string? Several(int rune) => rune switch
    {
        '\u00DF' or '\u1E9E' => "ss", // ß
        '\u0149' => "\u02BCn", // ŉ
        '\u01F0' => "j\u030C", // ǰ
        '\u0587' => "\u0565\u0582", // the ligature of Armenian ech and yiwn
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        '\uFB13' => "\u0574\u0576",
        '\uFB14' => "\u0574\u0565",
        '\uFB15' => "\u0574\u056B",
        '\uFB16' => "\u057E\u0576",
        '\uFB17' => "\u0574\u056D",
        _ => null,
    };
}
