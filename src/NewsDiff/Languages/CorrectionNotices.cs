using System.Buffers;
using System.Collections.Frozen;

namespace NewsDiff.Languages;

/// <summary>Recognises publishers' notices that an article was corrected or updated.</summary>
internal static class CorrectionNotices
{
    /// <summary>The longest text between a date and the word that makes it a notice.</summary>
    private const int MostBeforeDated = 20;

    private const int MostOfNotice = 200;

    private const string Opening = " *[(【〈《〔［＜■●▶※<–—-";

    private const string EndsOfLabel = ":：՝(（[]】〉》〕］＞—–|;";

    /// <summary>Words that begin a notice when a colon, bracket, dash or line end follows.</summary>
    private static readonly FrozenDictionary<char, string[]> Labels =
        ByInitial(KnownLanguages.Phrases(static language => language.CorrectionLabels));

    /// <summary>Openings of sentences that are a notice, whatever follows.</summary>
    private static readonly FrozenDictionary<char, string[]> Sentences =
        ByInitial(KnownLanguages.Phrases(static language => language.CorrectionSentences));

    /// <summary>Words that begin a notice of an update, as labels do.</summary>
    private static readonly string[] Updates =
        KnownLanguages.Phrases(static language => language.UpdateNotices);

    /// <summary>Parts of sentences that are a notice.</summary>
    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            .. KnownLanguages.Phrases(static language => language.NoticePhrases),
            .. KnownLanguages.Phrases(static language => language.CorrectionSentences),
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that are a notice after a date in digits.</summary>
    private static readonly SearchValues<string> DatedWords = SearchValues.Create(
        [.. KnownLanguages.Words(static language => language.DatedNotices)], StringComparison.Ordinal);

    /// <summary>Whether a block is a notice of a correction.</summary>
    /// <remarks>Only its beginning counts: a later sentence about a correction belongs to the article.</remarks>
    public static bool IsNotice(ReadOnlySpan<char> block)
    {
        ReadOnlySpan<char> text = block.TrimStart(Opening);
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

    /// <summary>Whether words that were added tell of a correction or an update, wherever they say so.</summary>
    public static bool Announces(ReadOnlySpan<char> added)
    {
        if (IsNotice(added) || BeginsUpdate(added.TrimStart(Opening)) || added.ContainsAny(Phrases))
        {
            return true;
        }

        int word = added.IndexOfAny(DatedWords);
        return word > 0
            && added[Math.Max(0, word - MostBeforeDated)..word] is var before
            && before.ContainsAnyInRange('0', '9') && !before.Contains('。');
    }

    /// <summary>Whether a short block does, so that it is not a paragraph of the article.</summary>
    public static bool AnnouncesShortly(ReadOnlySpan<char> block) => block.Length <= MostOfNotice && Announces(block);

    /// <summary>Accepts "Update: …", "Updated (3 May)", but not "Update of the plan".</summary>
    private static bool BeginsUpdate(ReadOnlySpan<char> text)
    {
        foreach (string label in Updates)
        {
            if (text.StartsWith(label, StringComparison.Ordinal) && text.Length > label.Length
                && EndsLabel(text[label.Length..]))
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
        if (next.IsEmpty || EndsOfLabel.Contains(next[0], StringComparison.Ordinal))
        {
            return true;
        }

        int colon = rest.IndexOfAny(':', '：');
        return next[0] is ',' or '.' or '-' || char.IsAsciiDigit(next[0])
            ? colon is > 0 and < 40
            : colon is > 0 and < 25 && rest[..colon].ContainsAnyInRange('0', '9');
    }
}
