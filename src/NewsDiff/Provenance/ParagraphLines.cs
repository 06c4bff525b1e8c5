namespace NewsDiff.Provenance;

/// <summary>Decides which earlier paragraph each text of a version continues.</summary>
/// <param name="spans">The spans of the paragraphs.</param>
/// <param name="words">The words, with the paragraphs that last contained them.</param>
internal sealed class ParagraphLines(SpanTable spans, WordTable words)
{
    // How many words the last form of each paragraph has.
    private readonly Dictionary<int, int> _lengths = [];
    private HashSet<int> _standing = [];

    /// <summary>Gives each text of a version the number of its paragraph.</summary>
    /// <param name="texts">The texts, the title first.</param>
    /// <param name="added">Those of them that are new.</param>
    /// <param name="version">The version.</param>
    internal void Assign(TracedText[] texts, List<TracedText> added, int version)
    {
        HashSet<int> standing = new(texts.Length);
        foreach (TracedText text in texts)
        {
            if (text.Paragraph != TracedText.Unknown && !standing.Add(text.Paragraph))
            {
                // This is an earlier form of a paragraph whose present form is elsewhere.
                text.Paragraph = TracedText.Unknown;
            }
        }

        foreach ((TracedText text, int paragraph) in FindOrigins(added))
        {
            if (text.Paragraph == TracedText.Unknown && standing.Add(paragraph))
            {
                text.Paragraph = paragraph;
            }
        }

        foreach (TracedText text in texts)
        {
            Begin(text, standing, version);
        }

        foreach (int gone in _standing.Where(paragraph => !standing.Contains(paragraph)))
        {
            spans.End(gone, version);
        }

        _standing = standing;
    }

    private void Begin(TracedText text, HashSet<int> standing, int version)
    {
        if (text.Paragraph == TracedText.Unknown)
        {
            text.Paragraph = spans.Add(version);
            standing.Add(text.Paragraph);
        }
        else if (!_standing.Contains(text.Paragraph) && spans.HasEnded(text.Paragraph))
        {
            spans.Restore(text.Paragraph, version);
        }

        _lengths[text.Paragraph] = text.Words.Length;
        foreach (int word in text.Words)
        {
            words.Place(word, text.Paragraph);
        }
    }

    /// <summary>New texts and the paragraphs that most of their words come from; the surest first.</summary>
    private IEnumerable<(TracedText Text, int Paragraph)> FindOrigins(List<TracedText> added)
    {
        List<(TracedText Text, int Place, int Paragraph, int Count)> origins = [];
        for (int i = 0; i < added.Count; i++)
        {
            foreach ((int paragraph, int count) in CountOrigins(added[i]))
            {
                if (count * 2 >= Math.Min(added[i].Words.Length, _lengths.GetValueOrDefault(paragraph)))
                {
                    origins.Add((added[i], i, paragraph, count));
                }
            }
        }

        return origins
            .OrderByDescending(static origin => origin.Count)
            .ThenBy(static origin => origin.Place)
            .ThenBy(static origin => origin.Paragraph)
            .Select(static origin => (origin.Text, origin.Paragraph));
    }

    private Dictionary<int, int> CountOrigins(TracedText text)
    {
        Dictionary<int, int> counts = [];
        int last = TracedText.Unknown;
        int run = 0;
        foreach (int word in text.Words.Append(TracedText.Unknown))
        {
            int paragraph = word == TracedText.Unknown ? word : words.ParagraphOf(word);
            if (paragraph == last)
            {
                run++;
                continue;
            }

            if (last != TracedText.Unknown)
            {
                counts[last] = counts.GetValueOrDefault(last) + run;
            }

            (last, run) = (paragraph, 1);
        }

        return counts;
    }
}
