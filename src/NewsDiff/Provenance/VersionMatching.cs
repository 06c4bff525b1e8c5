namespace NewsDiff.Provenance;

/// <summary>Finds where the words of one version come from, the surest first.</summary>
/// <param name="before">The texts of the previous version.</param>
/// <param name="version">The number of the version.</param>
/// <param name="words">The words.</param>
/// <param name="cutter">Cuts new texts into words.</param>
/// <param name="index">All texts of earlier versions.</param>
internal sealed class VersionMatching(
    TracedText[] before, int version, WordTable words, TextCutter cutter, TextIndex index)
{
    private readonly List<TracedText> _left = [];

    /// <summary>The texts that no earlier version has.</summary>
    internal List<TracedText> Added { get; } = [];

    /// <summary>Reuses whole texts of the previous version, then of earlier ones; cuts the others into words.</summary>
    internal TracedText[] MatchWholeTexts(Article article)
    {
        string[] wanted = [article.Title, .. article.Paragraphs.Select(static paragraph => paragraph.Text)];
        int last = before.Length == 0 ? 0 : before[0].Version;
        var found = new TracedText?[wanted.Length];
        for (int i = 0; i < wanted.Length; i++)
        {
            found[i] = FindStanding(wanted[i], isTitle: i == 0, last);
        }

        foreach (TracedText text in before.Where(text => text.Version == last))
        {
            _left.Add(text);
            Array.ForEach(text.Words, words.Loosen);
        }

        for (int i = 0; i < wanted.Length; i++)
        {
            found[i] ??= Restore(wanted[i], isTitle: i == 0) ?? Cut(wanted[i], isTitle: i == 0);
        }

        return [.. found.Select(static text => text!)];
    }

    /// <summary>
    /// Finds sentences, words that the comparison keeps, and runs of words that were moved or restored.
    /// </summary>
    internal void MatchParts(SentenceIndex sentences, RunIndex runs)
    {
        if (before.Length == 0)
        {
            return;
        }

        Added.ForEach(text => sentences.Match(text, version));
        new EditedTexts(words, version).Match(
            _left.FindAll(text => Array.Exists(text.Words, words.IsLoose)), Added.FindAll(HasUnknown));
        _left.ForEach(runs.Add);
        foreach (TracedText text in Added.Where(static text => !text.IsTitle && HasUnknown(text)))
        {
            runs.Match(text, version);
        }
    }

    /// <summary>Marks words that were found nowhere as new, and words that no text took as removed.</summary>
    internal void Settle()
    {
        foreach (TracedText text in Added)
        {
            for (int i = 0; i < text.Words.Length; i++)
            {
                if (text.Words[i] == TracedText.Unknown)
                {
                    text.Words[i] = words.Introduce(text.Places[i].Token, version);
                }
            }
        }

        foreach (int word in _left.SelectMany(static text => text.Words).Where(words.IsLoose))
        {
            words.Remove(word, version);
        }
    }

    private TracedText? FindStanding(string text, bool isTitle, int last)
    {
        foreach (TracedText candidate in index.Find(text, isTitle))
        {
            if (candidate.Version == last)
            {
                candidate.Version = version;
                return candidate;
            }
        }

        return null;
    }

    private TracedText? Restore(string text, bool isTitle)
    {
        foreach (TracedText candidate in index.Find(text, isTitle))
        {
            if (candidate.Version != version && words.AreFree(candidate.Words))
            {
                candidate.Version = version;
                Array.ForEach(candidate.Words, word => words.Take(word, version));
                return candidate;
            }
        }

        return null;
    }

    private TracedText Cut(string text, bool isTitle)
    {
        TracedText cut = cutter.Cut(text, isTitle);
        cut.Version = version;
        Added.Add(cut);
        return cut;
    }

    private static bool HasUnknown(TracedText text) => Array.IndexOf(text.Words, TracedText.Unknown) >= 0;
}
