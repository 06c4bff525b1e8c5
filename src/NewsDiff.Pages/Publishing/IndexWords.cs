using System.Globalization;
using System.Text;

namespace NewsDiff.Pages.Publishing;

/// <summary>Cuts texts into the words of a site's search index, as <c>search.js</c> cuts queries.</summary>
/// <remarks>
/// Case, accents and forms of compatibility do not matter. Text of scripts that do not separate words is cut into pairs
/// of characters.
/// </remarks>
internal static class IndexWords
{
    private enum Kind
    {
        None,
        Spaced,
        Unspaced,
    }

    /// <summary>Adds the words of a text.</summary>
    internal static void AddTo(HashSet<string> words, string text)
    {
        List<Rune> run = [];
        Kind kind = Kind.None;
        foreach (Rune rune in Fold(text).EnumerateRunes())
        {
            Kind next = KindOf(rune);
            if (next != kind)
            {
                AddRun(words, run, kind);
                run.Clear();
                kind = next;
            }

            run.Add(rune);
        }

        AddRun(words, run, kind);
    }

    private static void AddRun(HashSet<string> words, List<Rune> run, Kind kind)
    {
        if (kind == Kind.Spaced || (kind == Kind.Unspaced && run.Count == 1))
        {
            words.Add(string.Concat(run));
        }
        else if (kind == Kind.Unspaced)
        {
            words.UnionWith(run.Zip(run.Skip(1), static (left, right) => $"{left}{right}"));
        }
    }

    private static string Fold(string text)
    {
        string apart = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(apart.Length);
        foreach (Rune rune in apart.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(rune.Value == 'ς' ? new Rune('σ') : Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString();
    }

    /// <summary>The text without halves of surrogate pairs, which cannot be normalized.</summary>
    private static string WellFormed(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        : text;

    private static Kind KindOf(Rune rune) =>
        !Rune.IsLetter(rune) && !Rune.IsNumber(rune) ? Kind.None
        : rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) ? Kind.Unspaced
        : Kind.Spaced;
}
