using System.Globalization;

namespace NewsDiff.Rendering;

/// <summary>Says in a few English words how much an article changed.</summary>
public static class ChangeSummary
{
    /// <summary>A sentence such as "12 words added, 3 removed; headline changed".</summary>
    /// <param name="diff">The comparison.</param>
    /// <returns>The sentence, without a full stop.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is null.</exception>
    public static string Of(ArticleDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        (_, int inserted, int deleted) = diff.Statistics;
        string words = (inserted, deleted) switch
        {
            (0, 0) => "",
            (_, 0) => $"{Words(inserted)} added",
            (0, _) => $"{Words(deleted)} removed",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Words(inserted)} added, {deleted} removed"),
        };
        string[] parts =
        [
            words,
            diff.Title.HasChanges ? "headline changed" : "",
            diff.Paragraphs.Any(change => change.IsMoved) ? "text moved" : "",
        ];
        string summary = string.Join("; ", parts.Where(part => part.Length > 0));
        return summary.Length > 0 ? summary : diff.HasChanges ? "no words changed" : "nothing changed";
    }

    private static string Words(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? "word" : "words")}");
}
