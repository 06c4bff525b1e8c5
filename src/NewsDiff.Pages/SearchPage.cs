using System.Collections.Immutable;
using NewsDiff.Search;

namespace NewsDiff.Pages;

/// <summary>The results of a search in all versions, even in removed text.</summary>
public sealed record SearchPage : Page
{
    /// <summary>The query, as <see cref="ISearchableStore.SearchAsync"/> reads it; empty for the form alone.</summary>
    /// <remarks>The default is empty.</remarks>
    public string Query { get; init; } = "";

    /// <summary>The cursor of the hit after which to continue; null for the newest hits.</summary>
    /// <remarks>The default is null.</remarks>
    public string? After { get; init; }

    /// <summary>The hits, the newest first. The default is empty.</summary>
    public ImmutableArray<SearchHit> Hits { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The place where the next page begins; null when there are no more hits.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Older { get; init; }

    /// <summary>Why the query could not be answered, in a sentence; null if it was.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Trouble { get; init; }

    /// <inheritdoc/>
    public override PageAddress Address =>
        PageAddress.Search(Query.Length == 0 ? null : Query, After);

    /// <inheritdoc/>
    public override string Title => Query.Length == 0 ? "Search" : $"Search for {Query}";

    // Any query can be in an address; search engines would list the queries of others.
    internal override bool IsUnlisted => true;

    internal override void WriteBody(PageHtml html)
    {
        html.Raw("<h1>Search</h1>\n");
        WriteForm(html);
        if (Trouble is not null)
        {
            html.Element("p", Trouble, "class=\"failed\" role=\"alert\"");
            html.Raw("\n");
            return;
        }

        if (Query.Length > 0 && Hits.IsEmpty)
        {
            html.Raw("<p class=\"quiet\">Nothing found.</p>\n");
        }

        html.Raw("<ol class=\"changes\">\n");
        foreach (SearchHit hit in Hits)
        {
            WriteHit(html, hit);
        }

        html.Raw("</ol>\n<nav class=\"pager\" aria-label=\"Parts\"><ul>");
        html.PartLink(PageAddress.Search(Query), "‹ Newest", After is not null);
        html.PartLink(PageAddress.Search(Query, Older), "Older ›", Older is not null);
        html.Raw("</ul></nav>\n");
    }

    private void WriteForm(PageHtml html)
    {
        html.Raw("<form class=\"search\" role=\"search\" action=\"");
        html.Text(html.LinkOf(PageAddress.Search()));
        html.Raw("\">\n<label for=\"q\">Words in any version</label>\n");
        html.Raw("<input id=\"q\" name=\"q\" type=\"search\" dir=\"auto\" value=\"");
        html.Text(Query);
        html.Raw("\">\n<button>Search</button>\n</form>\n<details class=\"quiet\"><summary>What can be asked</summary>\n");
        html.Raw("<p><code>\"the ferry\"</code> finds the words in this order, <code>-ferry</code> texts without it, ");
        html.Raw("<code>ferry OR boat</code> either of both. <code>kind:removed</code> finds text that a later version ");
        html.Raw("did not have, <code>kind:added</code> text that the first one did not have, <code>kind:title</code> ");
        html.Raw("headlines. <code>source:</code>, <code>host:</code>, <code>since:</code> and <code>until:</code> ");
        html.Raw("limit where and when.</p>\n</details>\n");
    }

    private static void WriteHit(PageHtml html, SearchHit hit)
    {
        ArticleVersion version = hit.Version;
        html.Raw("<li>\n<p class=\"eyebrow\"><span class=\"source\">");
        html.Text(version.Host);
        html.Raw("</span> · ");
        html.Time(version.SeenAt);
        html.Raw("</p>\n");
        html.Foreign("h2", version.Article.Title, version.Article.Language);
        html.Raw("\n");
        html.Found("p", hit.Snippet, hit.Matches, version.Article.Language);
        html.Raw("\n<p class=\"actions\">");
        html.Text(SpanOf(hit));
        if (hit.LastVersion is { } last)
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Comparison(version.ArticleId, last, last + 1),
                $"Compare version {PageHtml.Number(last)} with {PageHtml.Number(last + 1)}");
        }
        else
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Version(version.ArticleId, hit.FirstVersion),
                $"Version {PageHtml.Number(hit.FirstVersion)}");
        }

        html.Raw(" · ");
        html.Link(PageAddress.Article(version.ArticleId), "All versions");
        html.Raw("</p>\n</li>\n");
    }

    private static string SpanOf(SearchHit hit)
    {
        string what = hit.IsTitle ? "Headline of " : "In ";
        string first = PageHtml.Number(hit.FirstVersion);
        return hit.LastVersion switch
        {
            null => $"{what}version {first} and since",
            { } last when last == hit.FirstVersion => $"{what}version {first} alone",
            { } last => $"{what}versions {first} to {PageHtml.Number(last)}",
        };
    }
}
