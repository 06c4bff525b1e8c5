using System.Globalization;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering;

/// <summary>Says in a few English words how much an article changed.</summary>
public static class ChangeSummary
{
    /// <summary>A sentence such as "12 words added, 3 removed; headline changed".</summary>
    /// <remarks>Scripts without spaces are counted in characters.</remarks>
    /// <param name="diff">The comparison.</param>
    /// <returns>The sentence, without a full stop.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is null.</exception>
    public static string Write(ArticleDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        (int inserted, int deleted) = (diff.Statistics.WordsInserted, diff.Statistics.WordsDeleted);
        IEnumerable<string> words = (inserted, deleted) switch
        {
            (0, 0) => [],
            (_, 0) => [$"{Count(inserted)} added"],
            (0, _) => [$"{Count(deleted)} removed"],
            _ => [string.Create(CultureInfo.InvariantCulture, $"{Count(inserted)} added, {deleted} removed")],
        };
        string summary = string.Join("; ", words.Concat(ChangeRemarks.Of(diff)));
        return summary.Length > 0 ? summary : diff.HasChanges ? "no words changed" : "nothing changed";

        string Count(int number) =>
            string.Create(CultureInfo.InvariantCulture, $"{number} {ChangeRemarks.UnitOf(diff, number)}");
    }
}
