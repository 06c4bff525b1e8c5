namespace NewsDiff.Pages.Tests;

public sealed class PageLinksTests
{
    private static readonly PageAddress Comparison = PageAddress.Comparison("ab12", 1, 2);

    public static TheoryData<PageAddress, string, string> Places => new()
    {
        { PageAddress.Changes(), "/", "index.html" },
        { PageAddress.Changes("1777831200000-3"), "/?before=1777831200000-3", "changes-1777831200000-3.html" },
        { PageAddress.Feeds, "/feeds", "feeds.html" },
        { PageAddress.Articles(), "/articles", "articles.html" },
        { PageAddress.Articles("1-2"), "/articles?before=1-2", "articles-1-2.html" },
        {
            PageAddress.Comparison("ab12", 1, 2, isInline: true), "/articles/ab12/diff/1/2/inline",
            "articles/ab12/diff-1-2-inline.html"
        },
        { PageAddress.JsonFeed("ab12"), "/articles/ab12/changes.json", "articles/ab12/changes.json" },
        { PageAddress.Article("ab12"), "/articles/ab12", "articles/ab12/index.html" },
        { Comparison, "/articles/ab12/diff/1/2", "articles/ab12/diff-1-2.html" },
        { PageAddress.Version("ab12", 2), "/articles/ab12/versions/2", "articles/ab12/version-2.html" },
        { PageAddress.Search(), "/search", "search.html" },
        { PageAddress.Search("\"a b\" -c", "1-2"), "/search?q=%22a%20b%22%20-c&before=1-2", "search.html" },
        { PageAddress.Card("a", 1, 2), "/articles/a/diff/1/2/card.png", "articles/a/diff-1-2.png" },
        { PageAddress.Origins("ab12", 2), "/articles/ab12/versions/2/origins", "articles/ab12/origins-2.html" },
        { PageAddress.AtomFeed(), "/changes.atom", "changes.atom" },
        { PageAddress.RssFeed("ab12"), "/articles/ab12/changes.rss", "articles/ab12/changes.rss" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_page_has_a_place_on_a_server_and_in_a_folder(PageAddress page, string path, string file)
    {
        Assert.Equal(path, new ServerPageLinks().LinkTo(page, Comparison));
        Assert.Equal(file, FolderPageLinks.GetFile(page));
    }

    [Fact]
    public void Links_in_a_folder_are_relative()
    {
        var links = new FolderPageLinks();

        Assert.Equal("../../index.html", links.LinkTo(PageAddress.Changes(), Comparison));
        Assert.Equal("index.html", links.LinkTo(PageAddress.Article("ab12"), Comparison));
        Assert.Equal("../cd34/version-1.html", links.LinkTo(PageAddress.Version("cd34", 1), Comparison));
        Assert.Equal("articles/ab12/diff-1-2.html", links.LinkTo(Comparison, PageAddress.Changes()));
    }

    [Fact]
    public void A_list_on_a_server_is_limited_by_its_query()
    {
        var since = new DateTimeOffset(2026, 5, 3, 14, 20, 0, TimeSpan.FromHours(2));
        PageAddress list = PageAddress.Changes("1-2", ChangeFilter.Headline, since);

        Assert.Equal(
            "/?only=headline&since=2026-05-03T12:20:00Z&before=1-2",
            new ServerPageLinks().LinkTo(list, Comparison));
        Assert.Equal(
            "/changes.atom?before=1-2", new ServerPageLinks().LinkTo(PageAddress.AtomFeed(before: "1-2"), Comparison));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("a b&c")]
    public void An_id_cannot_leave_the_folder(string id)
    {
        string name = FolderPageLinks.GetFile(PageAddress.Article(id)).Split('/')[1];

        Assert.Matches("^x-[0-9a-f]{32}$", name);
        Assert.Equal(
            $"/articles/{Uri.EscapeDataString(id)}", new ServerPageLinks().LinkTo(PageAddress.Article(id), Comparison));
    }
}
