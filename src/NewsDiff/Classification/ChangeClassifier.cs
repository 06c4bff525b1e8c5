using System.Collections.Immutable;
using NewsDiff.Languages;

namespace NewsDiff.Classification;

/// <summary>Finds of what kind a change is, and how much it matters.</summary>
/// <remarks>
/// It reads only the two texts and what their pages state; nothing is hidden from the comparison. The rules are in
/// docs/classes.md.
/// </remarks>
public static class ChangeClassifier
{
    /// <summary>Finds the classes of a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="earlier">Earlier versions, to find a return to one of them; null for none.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static ChangeClasses Classify(ArticleChange change, IEnumerable<ArticleVersion>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        (List<ChangeLabel> labels, bool hasWords) = ReadRows(change.Diff);
        bool hasNotice = labels.Exists(static label => label.Class == ChangeClass.Correction);
        labels.AddRange(WholeChange.LabelsOf(change, earlier, hasWords, hasNotice));
        ImmutableArray<ChangeLabel> all =
            [.. labels.OrderBy(label => label.Row ?? int.MaxValue).ThenBy(label => label.Class)];
        return new ChangeClasses
        {
            Labels = all,
            Significance = Significance.Of(all, hasWords),
            KnowsLanguage = ChangeWords.Of(LanguageOf(change.Diff)) is not null,
        };
    }

    /// <summary>Finds the classes of each row, and whether more than typography changed.</summary>
    internal static (List<ChangeLabel> Labels, bool HasWords) ReadRows(ArticleDiff diff)
    {
        var reader = new PassageReader(ChangeWords.Of(LanguageOf(diff)));
        List<ChangeLabel> labels = [];
        bool hasWords = false;
        int? lead = LeadRow(diff);
        foreach (IGrouping<int, Passage> row in Passage.Of(diff).GroupBy(passage => passage.Row))
        {
            Passage[] passages = [.. row];
            foreach (Passage passage in passages)
            {
                bool isTypography = PassageReader.IsTypography(passage);
                hasWords |= !isTypography;
                labels.AddRange(isTypography
                    ? [PassageReader.Label(passage, ChangeClass.Typography)]
                    : reader.Read(passage, passages));
                if (passage.Row == lead && !isTypography)
                {
                    labels.Add(PassageReader.Label(passage, ChangeClass.Lead));
                    lead = null;
                }
            }
        }

        return (labels, hasWords);
    }

    private static string? LanguageOf(ArticleDiff diff) => diff.After.Language ?? diff.Before.Language;

    /// <summary>The row of the first paragraph of text, now or before; null when there is none.</summary>
    private static int? LeadRow(ArticleDiff diff)
    {
        int now = First(diff.After);
        int before = First(diff.Before);
        for (int row = 0; row < diff.Paragraphs.Length; row++)
        {
            ParagraphChange change = diff.Paragraphs[row];
            if (change.Kind != ParagraphChangeKind.Unchanged
                && (change.NewIndexes.Contains(now) || change.OldIndexes.Contains(before)))
            {
                return row;
            }
        }

        return null;
    }

    private static int First(Article article)
    {
        for (int index = 0; index < article.Paragraphs.Length; index++)
        {
            if (article.Paragraphs[index].Kind == ParagraphKind.Text
                && !CorrectionNotices.AnnouncesShortly(article.Paragraphs[index].Text)
                && !IsBar(article.Paragraphs[index].Text))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Whether a line is a bar of links, such as <c>DE / EN / FR</c>.</summary>
    private static bool IsBar(string line)
    {
        int parts = 0;
        int signs = 0;
        foreach (Range range in line.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> part = line.AsSpan()[range];
            parts += part.IsEmpty ? 0 : 1;
            signs += part is "/" or "|" or "-" or "–" or "·" or "•" ? 1 : 0;
        }

        return signs > 1 && signs * 2 >= parts - 1;
    }
}
