namespace NewsDiff.Rendering.Rows;

/// <summary>Says in a few words how much an article changed.</summary>
internal static class SummaryText
{
    /// <summary>A sentence such as "12 words added, 3 removed; headline changed".</summary>
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
