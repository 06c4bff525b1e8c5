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
        return SummaryText.Write(diff, EnglishTexts.Instance);
    }
}
