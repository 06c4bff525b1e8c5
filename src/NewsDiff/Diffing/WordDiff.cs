using System.Collections.Immutable;

namespace NewsDiff.Diffing;

internal static class WordDiff
{
    internal static TextDiff Compute(string oldText, string newText, DiffOptions options)
    {
        _ = options;
        ImmutableArray<DiffEdit> edits = oldText == newText
            ? (oldText.Length == 0 ? [] : [new DiffEdit(EditKind.Equal, 0, oldText.Length, 0, newText.Length)])
            : [.. new[]
              {
                  new DiffEdit(EditKind.Delete, 0, oldText.Length, 0, 0),
                  new DiffEdit(EditKind.Insert, oldText.Length, 0, 0, newText.Length),
              }.Where(edit => edit.OldLength + edit.NewLength > 0)];
        return new TextDiff(oldText, newText, edits, () => default);
    }
}
