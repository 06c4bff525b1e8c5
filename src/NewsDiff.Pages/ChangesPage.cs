using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages;

/// <summary>The latest changes of all articles: the front page.</summary>
public sealed record ChangesPage : Page
{
    /// <summary>What happened, the newest first. The default is empty.</summary>
    public ImmutableArray<ChangeEntry> Entries { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The place that the entries come before; null for the newest. The default is null.</summary>
    public string? Before { get; init; }

    /// <summary>The place where the next page begins. The default is null: nothing is older.</summary>
    public string? Older { get; init; }

    /// <summary>The changes that the list is limited to; null for all. The default is null.</summary>
    public ChangeFilter? Filter { get; init; }

    /// <summary>The instant of the first change to show; null for all. The default is null.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Changes(Before, Filter, Since);

    /// <inheritdoc/>
    public override string Title => (Filter, Before) switch
    {
        ({ } filter, _) => FilterBar.NameOf(filter),
        (null, not null) => "Older changes",
        _ => "",
    };

    internal override string TitleIn(PageTexts texts) => Title.Length == 0 ? "" : texts[Title];

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["What was changed after publication"]}</h1>\n");
        FilterBar.Write(html, this);
        if (Entries.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts[WhyEmpty()]}</p>\n");
        }

        html.Raw("<ol class=\"changes\">\n");
        foreach (ChangeEntry entry in Entries)
        {
            if (entry.Change is { } change)
            {
                WriteChange(html, entry, change);
            }
            else
            {
                WriteNotice(html, entry, entry.Notice!);
            }
        }

        html.Raw("</ol>\n");
        html.Parts(
            Before is null ? null : PageAddress.Changes(before: null, Filter, Since),
            Older is null ? null : PageAddress.Changes(Older, Filter, Since));
    }

    private string WhyEmpty() => this switch
    {
        { Older: not null } => "None of the changes examined so far matches; older ones may.",
        { Filter: not null } or { Since: not null } => "There is no such change.",
        { Before: not null } => "There are no changes this old.",
        _ => "No change has been seen yet. Changes appear here when the text of a followed article changes.",
    };

    internal static void WriteChange(PageHtml html, ChangeEntry entry, ArticleChange change)
    {
        ArticleVersion after = change.After;
        html.Raw("<li>\n");
        WriteEyebrow(html, entry.Source ?? after.Article.Url.IdnHost, after.Host, after.SeenAt);
        html.Raw(" · ");
        html.Text(html.Texts.Later(change.Before.SeenAt, after.SeenAt));
        html.Raw("</p>\n");
        html.Marked("h2", TextPieces.OfBoth(change.Diff.Title), after.Article.Language);
        html.Raw("\n");
        if (Excerpt.Of(change.Diff) is { IsEmpty: false } excerpt)
        {
            html.Marked("p", excerpt, after.Article.Language, "excerpt");
            html.Raw("\n");
        }

        ClassList.Write(html, change);
        html.Raw("<p class=\"actions\">");
        Tally.Write(html, change.Diff);
        html.Raw(" · ");
        html.Link(
            PageAddress.Comparison(change.ArticleId, change.Before.Number, after.Number),
            html.Texts.Say(
                "Compare version {0} with {1}",
                PageHtml.Number(change.Before.Number),
                PageHtml.Number(after.Number)));
        html.Raw(" · ");
        html.Link(PageAddress.Article(change.ArticleId), html.Texts["All versions"]);
        html.Raw("</p>\n</li>\n");
    }

    /// <summary>Writes an event that is not a change, in a style for the page's own words.</summary>
    private static void WriteNotice(PageHtml html, ChangeEntry entry, ArticleNotice notice)
    {
        ArticleEvent happened = notice.Event;
        html.Raw("<li class=\"event\">\n");
        WriteEyebrow(html, entry.Source ?? happened.Host, happened.Host, happened.At);
        html.Raw("</p>\n");
        if (notice.Version is { HasText: true } version)
        {
            html.Foreign("h2", version.Article.Title, version.Article.Language);
            html.Raw("\n");
        }

        html.Raw("<p>");
        EventList.WriteSentence(html, happened);
        html.Raw("</p>\n<p class=\"actions\">");
        html.Link(PageAddress.Article(happened.MergedInto ?? happened.ArticleId), html.Texts["All versions"]);
        html.Raw("</p>\n</li>\n");
    }

    private static void WriteEyebrow(PageHtml html, string source, string host, DateTimeOffset at)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Source(source, host);
        html.Raw(" · ");
        html.Time(at);
    }
}
