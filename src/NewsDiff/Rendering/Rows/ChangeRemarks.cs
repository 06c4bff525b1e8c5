namespace NewsDiff.Rendering.Rows;

/// <summary>Names what changed besides words, and the unit in which words are counted.</summary>
internal static class ChangeRemarks
{
    /// <summary>The unit of a comparison's numbers: "word" or "character", in the plural if needed.</summary>
    internal static string UnitOf(ArticleDiff diff, int number) =>
        (diff.CountsCharacters() ? "character" : "word") + (number == 1 ? "" : "s");

    /// <summary>What changed besides the number of words, such as "headline changed" and "text moved".</summary>
    internal static IEnumerable<string> Of(ArticleDiff diff, IOwnTexts texts)
    {
        if (diff.Title.HasChanges)
        {
            yield return texts.Say("headline changed");
        }

        if (diff.Paragraphs.Any(change => change.IsMoved) || !diff.Moves.IsEmpty)
        {
            yield return texts.Say("text moved");
        }

        if (diff.Paragraphs.Any(change => change.Kind == ParagraphChangeKind.Split))
        {
            yield return texts.Say("text split");
        }

        if (diff.Paragraphs.Any(change => change.Kind == ParagraphChangeKind.Merged))
        {
            yield return texts.Say("text joined");
        }

        if (RolePhrase.Summarize(diff, texts) is { } roles)
        {
            yield return roles;
        }
    }
}
