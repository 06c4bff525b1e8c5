using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NewsDiff.Interop;

/// <summary>
/// A DiffPlex builder over NewsDiff's comparison, for viewers that take an <see cref="ISideBySideDiffBuilder"/>.
/// </summary>
/// <remarks>Instances are immutable and safe to share.</remarks>
/// <param name="options">The options of the comparison; null for the defaults.</param>
public sealed class NewsDiffSideBySideBuilder(DiffOptions? options = null) : ISideBySideDiffBuilder
{
    /// <summary>Compares two texts.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <returns>The two panes.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public SideBySideDiffModel BuildDiffModel(string oldText, string newText) =>
        TextDiff.Compute(oldText, newText, options).ToSideBySideModel();
}
