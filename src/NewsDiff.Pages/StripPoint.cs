using System.Collections.Immutable;

namespace NewsDiff.Pages;

/// <summary>A version in the picture of a history.</summary>
/// <param name="Version">The version.</param>
/// <param name="Words">The words of its headline and text; 0 when its text was erased.</param>
/// <param name="HasNewHeadline">Whether its headline differs from the one before.</param>
/// <param name="BackTo">The earlier version that has the same text; null for none.</param>
internal sealed record StripPoint(ArticleVersion Version, int Words, bool HasNewHeadline, int? BackTo)
{
    internal static ImmutableArray<StripPoint> Of(ArticleHistory history)
    {
        Dictionary<int, ArticleChange> changes = history.Changes.ToDictionary(change => change.After.Number);
        var firstWith = new Dictionary<string, int>(StringComparer.Ordinal);
        ImmutableArray<StripPoint>.Builder points =
            ImmutableArray.CreateBuilder<StripPoint>(history.Versions.Length);
        foreach (ArticleVersion version in history.Versions)
        {
            int? back = firstWith.TryGetValue(version.ContentHash, out int number) ? number : null;
            firstWith.TryAdd(version.ContentHash, version.Number);
            ArticleChange? change = changes.GetValueOrDefault(version.Number);
            points.Add(new StripPoint(
                version, WordsOf(history, version, change), change is { Diff.Title.HasChanges: true }, back));
        }

        return points.MoveToImmutable();
    }

    private static int WordsOf(ArticleHistory history, ArticleVersion version, ArticleChange? change)
    {
        if (!version.HasText)
        {
            return 0;
        }

        if (change is not null)
        {
            return change.Diff.Statistics.WordsKept + change.Diff.Statistics.WordsInserted;
        }

        if (history.Changes is [{ Diff.Statistics: var first }, ..])
        {
            return first.WordsKept + first.WordsDeleted;
        }

        return version.Article.Paragraphs.Select(paragraph => paragraph.Text).Prepend(version.Article.Title)
            .Sum(text => TextDiff.Compute("", text).Statistics.WordsInserted);
    }
}
