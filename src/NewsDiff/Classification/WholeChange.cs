namespace NewsDiff.Classification;

/// <summary>Finds the classes that concern the article as a whole.</summary>
internal static class WholeChange
{
    /// <summary>The minimum number of words that make an addition or removal large.</summary>
    private const int ManyWords = 15;

    /// <summary>The smallest share of the longer text that makes an addition or removal large.</summary>
    private const double LargeShare = 0.2;

    /// <summary>How many times more is added than removed in an expansion, and the reverse in a cut.</summary>
    private const int Ratio = 3;

    /// <summary>The minimum number of words of a text that can count as rewritten.</summary>
    private const int FewestOfRewrite = 40;

    /// <summary>The share of kept words below which a text is rewritten.</summary>
    private const double MostKeptOfRewrite = 0.4;

    /// <summary>The share of the shorter text above which the other is that text with additions.</summary>
    private const double MostKeptOfShorter = 2.0 / 3;

    /// <summary>The labels of a change.</summary>
    public static IEnumerable<ChangeLabel> LabelsOf(
        ArticleChange change, IEnumerable<ArticleVersion>? earlier, bool hasWords, bool hasNotice)
    {
        ArticleDiff diff = change.Diff;
        if (!diff.Before.Authors.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(
                diff.After.Authors.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase)
            && !diff.Before.Authors.IsEmpty && !diff.After.Authors.IsEmpty)
        {
            yield return Label(
                ChangeClass.Byline,
                $"{string.Join(", ", diff.Before.Authors)} → {string.Join(", ", diff.After.Authors)}");
        }

        foreach (ChangeLabel move in LabelsOfMoves(diff))
        {
            yield return move;
        }

        if (SizeOf(diff.Statistics) is { } size)
        {
            yield return size;
        }

        if (hasWords && !hasNotice && IsSilent(change))
        {
            yield return Label(ChangeClass.Silent, "No notice mentions it, and the stated date of change is the same.");
        }

        if (earlier?.FirstOrDefault(version => version.Number < change.Before.Number && version.HasText
            && version.Article.HasSameContentAs(change.After.Article)) is { } same)
        {
            yield return Label(ChangeClass.Revert, $"The text is that of version {same.Number} again.");
        }
    }

    private static IEnumerable<ChangeLabel> LabelsOfMoves(ArticleDiff diff)
    {
        HashSet<int> moved = [.. diff.Moves.Select(move => move.NewParagraph)];
        for (int row = 0; row < diff.Paragraphs.Length; row++)
        {
            if (diff.Paragraphs[row].IsMoved)
            {
                yield return Label(ChangeClass.Move, "Moved to another place.") with { Row = row };
            }
            else if (moved.Count > 0 && diff.Paragraphs[row].NewIndexes.Any(moved.Contains))
            {
                yield return Label(ChangeClass.Move, "Part of it is from another place.") with { Row = row };
            }
        }
    }

    private static ChangeLabel? SizeOf(DiffStatistics words)
    {
        int before = words.WordsKept + words.WordsDeleted;
        int after = words.WordsKept + words.WordsInserted;
        int longer = Math.Max(before, after);
        int shorter = Math.Min(before, after);
        if (shorter >= FewestOfRewrite && words.WordsKept < MostKeptOfRewrite * longer
            && words.WordsKept < MostKeptOfShorter * shorter)
        {
            return Label(ChangeClass.Rewrite, $"{words.WordsKept} of {longer} words are kept.");
        }

        return IsLarge(words.WordsInserted, words.WordsDeleted, longer)
            ? Label(ChangeClass.Expansion, $"+{words.WordsInserted} words")
            : IsLarge(words.WordsDeleted, words.WordsInserted, longer)
                ? Label(ChangeClass.Cut, $"−{words.WordsDeleted} words")
                : null;
    }

    private static bool IsLarge(int more, int less, int longer) =>
        more >= ManyWords && more >= Ratio * less && more >= LargeShare * longer;

    /// <summary>Whether nothing on the page admits the change; a date that was never stated admits nothing.</summary>
    private static bool IsSilent(ArticleChange change)
    {
        (Article before, Article after) = (change.Before.Article, change.After.Article);
        return Equals(before.ModifiedAt, after.ModifiedAt)
            && !after.Paragraphs.Any(paragraph => Languages.CorrectionNotices.IsNotice(paragraph.Text));
    }

    private static ChangeLabel Label(ChangeClass of, string reason) => new() { Class = of, Reason = reason };
}
