using System.Collections.Frozen;

namespace NewsDiff.Languages;

/// <summary>Recognises publishers' notices that an article was corrected.</summary>
/// <remarks>
/// Only the beginning of a whole block counts: a later sentence about a correction belongs to the article.
/// </remarks>
internal static class CorrectionNotices
{
    /// <summary>Words that begin a notice when a colon, bracket, dash or line end follows.</summary>
    private static readonly FrozenDictionary<char, string[]> Labels =
        ByInitial(KnownLanguages.Phrases(static language => language.CorrectionLabels));

    /// <summary>Openings of sentences that are a notice, whatever follows.</summary>
    private static readonly FrozenDictionary<char, string[]> Sentences =
        ByInitial(KnownLanguages.Phrases(static language => language.CorrectionSentences));

    public static bool IsNotice(ReadOnlySpan<char> block)
    {
        ReadOnlySpan<char> text = block.TrimStart(" *[(【■●▶※<–—-");
        if (text.IsEmpty)
        {
            return false;
        }

        char initial = char.ToUpperInvariant(text[0]);
        foreach (string sentence in Sentences.GetValueOrDefault(initial) ?? [])
        {
            if (text.StartsWith(sentence, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (string label in Labels.GetValueOrDefault(initial) ?? [])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && EndsLabel(text[label.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts by their first character, so that a block is compared with few.</summary>
    private static FrozenDictionary<char, string[]> ByInitial(string[] texts) =>
        texts.GroupBy(text => char.ToUpperInvariant(text[0])).ToFrozenDictionary(
            group => group.Key, group => group.ToArray());

    /// <summary>
    /// Accepts "Correction: …", "Correction, 3 May: …", "Correction (3 May)", but not "Correction officers said".
    /// </summary>
    private static bool EndsLabel(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> next = rest.TrimStart();
        if (next.IsEmpty || next[0] is ':' or '：' or '(' or '（' or '[' or ']' or '】' or '—' or '–' or '|' or ';')
        {
            return true;
        }

        int colon = rest.IndexOfAny(':', '：');
        return next[0] is ',' or '.' or '-' || char.IsAsciiDigit(next[0])
            ? colon is > 0 and < 40
            : colon is > 0 and < 25 && rest[..colon].ContainsAnyInRange('0', '9');
    }
}
