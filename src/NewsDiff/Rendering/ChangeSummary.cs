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
        return Write(diff, EnglishTexts.Instance);
    }

    /// <summary>The sentence in the given language.</summary>
    internal static string Write(ArticleDiff diff, IOwnTexts texts)
    {
        string unit = ChangeRemarks.UnitOf(diff, number: 0);
        IEnumerable<string> words = (diff.Statistics.WordsInserted, diff.Statistics.WordsDeleted) switch
        {
            (0, 0) => [],
            (var inserted, 0) => [texts.Count($"{{0}} {unit} added", inserted)],
            (0, var deleted) => [texts.Count($"{{0}} {unit} removed", deleted)],
            (var inserted, var deleted) =>
            [
                texts.Say(
                    "{0}, {1}", texts.Count($"{{0}} {unit} added", inserted), texts.Count("{0} removed", deleted)),
            ],
        };
        string summary = string.Join("; ", words.Concat(ChangeRemarks.Of(diff, texts)));
        return summary.Length > 0 ? summary : texts.Say(diff.HasChanges ? "no words changed" : "nothing changed");
    }
}
