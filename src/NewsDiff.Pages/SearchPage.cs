using System.Collections.Immutable;
using NewsDiff.Pages.Texts;
using NewsDiff.Search;

namespace NewsDiff.Pages;

/// <summary>The results of a search in all versions, even in removed text.</summary>
public sealed record SearchPage : Page
{
    private static readonly ImmutableArray<(string Query, string Meaning)> Examples =
    [
        ("\"the ferry\"", "the words in this order"),
        ("-ferry", "texts without the word"),
        ("ferry OR boat", "one of the words or both"),
        ("kind:removed", "text that a later version did not have"),
        ("kind:added", "text that the first version did not have"),
        ("kind:title", "headlines"),
        ("source: host: since: until:", "where and when"),
    ];

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

    internal override string TitleIn(PageTexts texts) =>
        Query.Length == 0 ? texts["Search"] : texts.Say("Search for {0}", Query);

    // Any query can be in an address; search engines would list the queries of others.
    internal override bool IsUnlisted => true;

    internal override void WriteBody(PageHtml html)
    {
        html.Raw($"<h1>{html.Texts["Search"]}</h1>\n");
        WriteForm(html);
        if (Trouble is not null)
        {
            html.Sentence("p", Trouble, "class=\"failed\" role=\"alert\"");
            html.Raw("\n");
            return;
        }

        if (Query.Length > 0 && Hits.IsEmpty)
        {
            html.Raw($"<p class=\"quiet\">{html.Texts["Nothing found."]}</p>\n");
        }

        html.Raw("<ol class=\"changes\">\n");
        foreach (SearchHit hit in Hits)
        {
            WriteHit(html, hit);
        }

        html.Raw("</ol>\n");
        html.Parts(
            After is null ? null : PageAddress.Search(Query),
            Older is null ? null : PageAddress.Search(Query, Older));
    }

    private void WriteForm(PageHtml html)
    {
        html.Raw("<form class=\"search\" role=\"search\" action=\"");
        html.Text(html.LinkOf(PageAddress.Search()));
        html.Raw($"\">\n<label for=\"q\">{html.Texts["Words in any version"]}</label>\n");
        html.Raw("<input id=\"q\" name=\"q\" type=\"search\" dir=\"auto\" value=\"");
        html.Text(Query);
        html.Raw($"\">\n<button>{html.Texts["Search"]}</button>\n</form>\n<details class=\"quiet\"><summary>");
        html.Say("What can be asked");
        html.Raw("</summary>\n<dl class=\"asked\">\n");
        foreach ((string query, string meaning) in Examples)
        {
            html.Element("dt", query, "dir=\"ltr\"");
            html.Element("dd", html.Texts[meaning]);
            html.Raw("\n");
        }

        html.Raw("</dl>\n</details>\n");
    }

    private static void WriteHit(PageHtml html, SearchHit hit)
    {
        ArticleVersion version = hit.Version;
        html.Raw("<li>\n<p class=\"eyebrow\">");
        html.Source(version.Host, version.Host);
        html.Raw(" · ");
        html.Time(version.SeenAt);
        html.Raw("</p>\n");
        html.Foreign("h2", version.Article.Title, version.Article.Language);
        html.Raw("\n");
        html.Found("p", hit.Snippet, hit.Matches, version.Article.Language);
        html.Raw("\n<p class=\"actions\">");
        html.Text(SpanOf(html.Texts, hit));
        if (hit.LastVersion is { } last)
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Comparison(version.ArticleId, last, last + 1),
                html.Texts.Say("Compare version {0} with {1}", PageHtml.Number(last), PageHtml.Number(last + 1)));
        }
        else
        {
            html.Raw(" · ");
            html.Link(
                PageAddress.Version(version.ArticleId, hit.FirstVersion),
                html.Texts.Say("Version {0}", PageHtml.Number(hit.FirstVersion)));
        }

        html.Raw(" · ");
        html.Link(PageAddress.Article(version.ArticleId), html.Texts["All versions"]);
        html.Raw("</p>\n</li>\n");
    }

    private static string SpanOf(PageTexts texts, SearchHit hit)
    {
        string first = PageHtml.Number(hit.FirstVersion);
        return (hit.IsTitle, hit.LastVersion) switch
        {
            (false, null) => texts.Say("In version {0} and since", first),
            (true, null) => texts.Say("Headline of version {0} and since", first),
            (false, { } last) when last == hit.FirstVersion => texts.Say("In version {0} alone", first),
            (true, { } last) when last == hit.FirstVersion => texts.Say("Headline of version {0} alone", first),
            (false, { } last) => texts.Say("In versions {0} to {1}", first, PageHtml.Number(last)),
            (true, { } last) => texts.Say("Headline of versions {0} to {1}", first, PageHtml.Number(last)),
        };
    }
}
