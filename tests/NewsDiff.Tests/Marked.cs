namespace NewsDiff.Tests;

/// <summary>Writes a comparison as <c>[-deleted-]</c> and <c>{+inserted+}</c>.</summary>
internal static class Marked
{
    public static string Of(TextDiff diff) => string.Concat(diff.Edits.Select(edit => edit.Kind switch
    {
        EditKind.Delete => $"[-{diff.OldText[edit.OldRange]}-]",
        EditKind.Insert => $"{{+{diff.NewText[edit.NewRange]}+}}",
        _ => diff.NewText[edit.NewRange],
    }));
}
