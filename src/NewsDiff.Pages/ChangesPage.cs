using System.Collections.Immutable;
using NewsDiff.Rendering;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>The latest changes of all articles: the front page.</summary>
public sealed record ChangesPage : Page
{
    /// <summary>The changes, the newest first. The default is empty.</summary>
    public ImmutableArray<ChangeEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The part of all changes, from 1, the newest. The default is 1.</summary>
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
            html.Raw(Part > 1
                ? "<p class=\"quiet\">There are no changes this old.</p>\n"
                : "<p class=\"quiet\">No change has been seen yet. "
                    + "Changes appear here when the text of a followed article changes.</p>\n");
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
        html.Raw("</p>\n");
        html.Marked("h2", TextPieces.OfBoth(change.Diff.Title), after.Article.Language);
        html.Raw("\n");
        if (Excerpt.Of(change.Diff) is { IsEmpty: false } excerpt)
        {
            html.Marked("p", excerpt, after.Article.Language, "excerpt");
            html.Raw("\n");
        }

        html.Raw("<p class=\"actions\">");
        Tally.Write(html, change.Diff);
        html.Raw(" · ");
        html.Link(
            PageAddress.Comparison(change.ArticleId, change.Before.Number, after.Number),
            $"Compare version {PageHtml.Number(change.Before.Number)} with {PageHtml.Number(after.Number)}");
        html.Raw(" · ");
        html.Link(PageAddress.Article(change.ArticleId), "All versions");
        html.Raw("</p>\n</li>\n");
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
