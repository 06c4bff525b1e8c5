namespace NewsDiff.Rendering.Rows;

/// <summary>Names changes other than the number of words, and the unit of the numbers.</summary>
internal static class ChangeRemarks
{
    /// <summary>The unit of a comparison's numbers: "word" or "character", in the plural if needed.</summary>
    internal static string UnitOf(ArticleDiff diff, int number) =>
        (diff.CountsCharacters() ? "character" : "word") + (number == 1 ? "" : "s");

    /// <summary>Changes other than the number of words, such as "headline changed" and "text moved".</summary>
    internal static IEnumerable<string> Of(ArticleDiff diff)
    {
        if (diff.Title.HasChanges)
        {
            yield return "headline changed";
        }

        if (diff.Paragraphs.Any(change => change.IsMoved) || !diff.Moves.IsEmpty)
        {
            yield return "text moved";
        }

        if (diff.Paragraphs.Any(change => change.Kind == ParagraphChangeKind.Split))
        {
            yield return "text split";
        }

        if (diff.Paragraphs.Any(change => change.Kind == ParagraphChangeKind.Merged))
        {
            yield return "text joined";
        }

        if (RolePhrase.Summarize(diff) is { } roles)
        {
            yield return roles;
        }
    }
}
