namespace NewsDiff.Rendering.Pages;

/// <summary>Writes the headline of a change, with marks where it was changed.</summary>
internal static class Headline
{
    internal static void Write(PageHtml html, ArticleChange change)
    {
        string lang = HtmlText.IsLanguage(change.After.Article.Language) ? $" lang=\"{change.After.Article.Language}\"" : "";
        html.Raw($"<span class=\"nd-diff\" dir=\"auto\"{lang}>");
        new HtmlPieceWriter(html.Writer, "nd-").WriteRun(TextPieces.OfBoth(change.Diff.Title));
        html.Raw("</span>");
    }
}
