namespace NewsDiff.Tracking.Articles;

/// <summary>Finds another story below the text of an article, as pages without end load it.</summary>
internal static class AppendedStory
{
    /// <summary>The minimum number of different words of a story; boxes and notes have fewer.</summary>
    private const int LeastWords = 40;

    /// <summary>The smallest size of a story, as a share of the article's words.</summary>
    private const double LeastSize = 0.5;

    /// <summary>The largest share of common words; a text that shares more belongs to the article.</summary>
    private const double MostShared = 0.3;

    /// <summary>Whether a text is the article's, and then a heading with a story of its own.</summary>
    public static bool IsIn(Article before, Article after)
    {
        HashSet<string> known = [.. before.Paragraphs.Select(paragraph => paragraph.Text)];
        int last = after.Paragraphs.Length - 1;
        while (last >= 0 && !known.Contains(after.Paragraphs[last].Text))
        {
            last--;
        }

        if (last < 0 || last + 1 >= after.Paragraphs.Length
            || after.Paragraphs[last + 1].Kind != ParagraphKind.Heading)
        {
            return false;
        }

        HashSet<uint> own = WordTypes.OfBody(before);
        HashSet<uint> appended = WordTypes.OfBody(
            after with { Paragraphs = after.Paragraphs.RemoveRange(0, last + 1) });
        return appended.Count >= LeastWords
            && appended.Count >= LeastSize * own.Count
            && WordTypes.Shared(own, appended) < MostShared;
    }
}
