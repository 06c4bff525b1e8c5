namespace NewsDiff.Rendering;

/// <summary>Writes comparisons for people or programs to read.</summary>
/// <remarks>
/// Implementations are immutable and safe to share, end lines with <c>\n</c> on every machine, and escape texts so that
/// they are harmless in their format.
/// </remarks>
public interface IDiffRenderer
{
    /// <summary>Writes the comparison of two texts.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="writer">The destination; it is neither flushed nor closed.</param>
    void Render(TextDiff diff, TextWriter writer);

    /// <summary>Writes the comparison of two articles.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="writer">The destination; it is neither flushed nor closed.</param>
    void Render(ArticleDiff diff, TextWriter writer);
}
