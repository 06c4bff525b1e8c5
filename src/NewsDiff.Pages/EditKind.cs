using System.Collections.Immutable;
using NewsDiff.Classification;
using NewsDiff.Pages.Loading;

namespace NewsDiff.Pages;

/// <summary>The kind of a change in pictures: each change has one, the most telling.</summary>
internal static class EditKind
{
    /// <summary>The names of the kinds, by their numbers.</summary>
    internal static readonly ImmutableArray<string> Names =
        ["with a notice of correction", "headline changed", "large", "small"];

    internal static int Of(ArticleChange change) =>
        ChangeClassifier.Classify(change).Has(ChangeClass.Correction) ? 0
        : change.Diff.Title.HasChanges ? 1
        : ChangeBar.SizeOf(change) >= NewsFilter.ManyWords ? 2
        : 3;
}
