using System.Collections.Immutable;

namespace NewsDiff.Rendering.Pages;

/// <summary>The latest changes of all articles: the front page.</summary>
public sealed record ChangesPage : Page
{
    /// <summary>The changes, the newest first. The default is empty.</summary>
    public ImmutableArray<ChangeEntry> Entries { get; init; } = [];

    /// <summary>Which part of all changes this is. The default is 1: the newest.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Whether there are older changes, on the next part. The default is false.</summary>
    public bool HasOlder { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Changes(Part);

    /// <inheritdoc/>
    public override string Title => Part > 1 ? $"Changes, part {PageHtml.Number(Part)}" : "";

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<h1>What was changed after publication</h1>\n");
        if (Entries.IsEmpty)
        {
            html.Raw("<p class=\"quiet\">No change has been seen yet. Changes appear here when a followed article says something else than before.</p>\n");
        }

        html.Raw("<ol class=\"changes\">\n");
        foreach (ChangeEntry entry in Entries)
        {
            WriteEntry(html, entry);
        }

        html.Raw("</ol>\n<nav class=\"pager\" aria-label=\"Parts\"><ul>");
        WritePart(html, Part - 1, "‹ Newer", isThere: Part > 1);
        WritePart(html, Part + 1, "Older ›", HasOlder);
        html.Raw("</ul></nav>\n");
    }

    private static void WriteEntry(PageHtml html, ChangeEntry entry)
    {
        ArticleChange change = entry.Change;
        ArticleVersion after = change.After;
        html.Raw("<li>\n<p class=\"eyebrow\"><span class=\"source\">");
        html.Text(entry.Source ?? after.Article.Url.IdnHost);
        html.Raw("</span> · ");
        html.Time(after.SeenAt);
        html.Raw(" · ");
        html.Text(RelativeTime.Later(change.Before.SeenAt, after.SeenAt));
        html.Raw("</p>\n<h2>");
        Headline.Write(html, change);
        html.Raw("</h2>\n");
        WriteExcerpt(html, change);
        html.Raw("<p class=\"actions\">");
        html.Counts(ChangeSummary.Count(change.Diff));
        html.Raw(" words · ");
        html.Link(
            PageAddress.Comparison(change.ArticleId, change.Before.Number, after.Number),
            $"Compare version {PageHtml.Number(change.Before.Number)} with {PageHtml.Number(after.Number)}");
        html.Raw(" · ");
        html.Link(PageAddress.Article(change.ArticleId), "All versions");
        html.Raw("</p>\n</li>\n");
    }

    private static void WriteExcerpt(PageHtml html, ArticleChange change)
    {
        ImmutableArray<TextPiece> excerpt = Excerpt.Of(change.Diff);
        if (excerpt.IsEmpty)
        {
            return;
        }

        string lang = HtmlText.IsLanguage(change.After.Article.Language) ? $" lang=\"{change.After.Article.Language}\"" : "";
        html.Raw($"<p class=\"excerpt nd-diff\" dir=\"auto\"{lang}>");
        new HtmlPieceWriter(html.Writer, "nd-").WriteRun(excerpt);
        html.Raw("</p>\n");
    }

    private static void WritePart(PageHtml html, int part, string text, bool isThere)
    {
        if (isThere)
        {
            html.Raw("<li>");
            html.Link(PageAddress.Changes(part), text);
            html.Raw("</li>");
        }
    }
}
