using System.Collections.Immutable;

namespace NewsDiff.Pages;

/// <summary>How a site edits its articles: when, how long after publication, and in what way.</summary>
public sealed record SourcePage : Page
{
    // The pictures are about more; the list is for a first impression.
    private const int MostListed = 10;

    /// <summary>The host name of the site.</summary>
    public required string Host { get; init; }

    /// <summary>Its latest changes, the newest first. The default is empty.</summary>
    /// <remarks>The figures and pictures are made from them.</remarks>
    public ImmutableArray<ArticleChange> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether there are older changes, which the figures leave out. The default is false.</summary>
    public bool HasOlder { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address => PageAddress.Source(Host);

    /// <inheritdoc/>
    public override string Title => Host;

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<p class=\"eyebrow\">");
        html.Link(PageAddress.Sources, html.Texts["Sources"]);
        html.Raw("</p>\n");
        html.Element("h1", Host, "dir=\"ltr\"");
        html.Raw("\n");
        if (Changes.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["There is no such change."]}</p>\n");
            return;
        }

        html.Raw("<p class=\"tally\">");
        html.Count(HasOlder ? "The latest {0} changes" : "All {0} changes", Changes.Length);
        html.Raw("</p>\n");
        ImmutableArray<(ArticleChange Change, int Kind)> kinds =
            [.. Changes.Select(change => (change, EditKind.Of(change)))];
        new ActivityTimeline(html, [.. kinds.Select(one => (one.Change.After.SeenAt, one.Kind))], EditKind.Names)
            .Write();
        EditProfile.Write(html, kinds);
        html.Raw($"<h2>{html.Texts["Latest changes"]}</h2>\n<ol class=\"changes\">\n");
        foreach (ArticleChange change in Changes.Take(MostListed))
        {
            ChangesPage.WriteChange(html, new ChangeEntry(change), change);
        }

        html.Raw("</ol>\n");
    }
}
