using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsDiff.Events;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

public sealed class SourcesPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(44, "Day", 45)]
    [InlineData(200, "Week from", 29)]
    [InlineData(900, "Month", 30)]
    public void The_bars_are_as_long_as_the_time_needs(int days, string unit, int most)
    {
        IDocument page = Render(new SourcesPage
        {
            Events = [.. Enumerable.Range(0, days + 1).Select(i => At(Stories.Seen.AddDays(i)))],
        });

        Assert.Equal(unit, page.QuerySelector(".numbers thead th")!.TextContent);
        Assert.InRange(page.QuerySelectorAll(".numbers tbody tr").Length, most - 1, most + 1);
        Assert.NotEqual("", page.QuerySelector("svg[role=img] > title")!.TextContent);
        Assert.NotEqual("", page.QuerySelector("svg[role=img] > desc")!.TextContent);
    }

    [Theory]
    [InlineData(1, "2 Mar 2026")]
    [InlineData(3, "2 Mar 2026 – 4 Mar 2026")]
    [InlineData(30, "2 Mar 2026|31 Mar 2026")]
    public void A_bar_is_never_wider_than_a_fifteenth_of_the_picture(int days, string ends)
    {
        var first = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        IDocument page = Render(new SourcesPage
        {
            Events = [.. Enumerable.Range(0, days).Select(i => At(first.AddDays(i)))],
        });
        string path = page.QuerySelector("svg path.k1")!.GetAttribute("d")!;
        string width = path.Split('h', 'v')[2];

        Assert.InRange(double.Parse(width, CultureInfo.InvariantCulture), 1, 48);
        Assert.Equal(ends, string.Join('|', page.QuerySelectorAll(".ends > span").Select(end => end.TextContent)));
    }

    [Fact]
    public void The_table_below_the_picture_counts_each_kind_in_its_week()
    {
        var monday = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero);
        IDocument page = Render(new SourcesPage
        {
            Events =
            [
                At(monday.AddMinutes(-1)), At(monday), At(monday.AddDays(6)),
                At(monday.AddDays(2)) with { Kind = ArticleEventKind.FirstSeen },
                At(monday.AddDays(3)) with { Kind = ArticleEventKind.Hidden },
                At(monday.AddDays(60)),
            ],
        });

        Assert.Equal(
            ["29 Jun 2026 0 1 0", "4 May 2026 1 2 1", "27 Apr 2026 0 1 0"],
            page.QuerySelectorAll(".numbers tbody tr")
                .Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public void A_site_is_listed_with_its_figures_and_leads_to_its_page()
    {
        IDocument page = Render(new SourcesPage
        {
            Events =
            [
                At(Stories.Seen) with { Host = "quiet.example", Kind = ArticleEventKind.FirstSeen },
                At(Stories.Seen), At(Stories.Seen.AddDays(1)),
            ],
        });
        IElement[] rows = [.. page.QuerySelectorAll(".flow tbody tr")];

        Assert.Equal(["example.org", "quiet.example"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal("/sources/example.org", rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["0", "2"], rows[0].QuerySelectorAll(".counts").Select(cell => cell.TextContent));
        Assert.Equal(
            ["New articles", "Changes", "Last event"],
            rows[0].QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-name")));
        Assert.NotNull(rows[0].QuerySelector("svg.spark"));
        Assert.Null(rows[1].QuerySelector("svg.spark"));
    }

    [Fact]
    public void Changes_are_placed_by_the_time_since_publication_and_their_kind()
    {
        ArticleChange undated = Stories.HarbourChange();
        IDocument page = Render(new SourcePage
        {
            Host = "example.org",
            Changes =
            [
                SamplePages.Published(TimeSpan.FromMinutes(14)), SamplePages.Published(TimeSpan.FromMinutes(15)),
                SamplePages.Published(TimeSpan.FromMinutes(59)), SamplePages.Published(TimeSpan.FromDays(40)), undated,
            ],
        });

        Assert.Equal(
            ["1", "2", "0", "0", "0", "0", "0", "1"],
            page.QuerySelectorAll(".profile tbody b").Select(count => count.TextContent));
        Assert.Contains("4 of 5 changes", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("ol.changes > li").Length);
    }

    [Fact]
    public async Task Both_pages_are_read_from_a_store()
    {
        var store = new InMemoryVersionStore();
        await store.AppendAsync(Drafts.Of("a", "one", url: "https://news.example/a"), Stop);
        await store.AppendAsync(
            Drafts.Of("a", "two", seenAt: Drafts.Noon.AddHours(1), url: "https://news.example/a"), Stop);
        await store.AppendAsync(Drafts.Of("b", "one", url: "https://quiet.example/b"), Stop);
        var source = new PageSource(store, store, store);

        var sources = Assert.IsType<SourcesPage>(await source.LoadAsync(PageAddress.Sources, Stop));
        var busy = Assert.IsType<SourcePage>(await source.LoadAsync(PageAddress.Source("NEWS.example"), Stop));
        var quiet = Assert.IsType<SourcePage>(await source.LoadAsync(PageAddress.Source("quiet.example"), Stop));

        Assert.Equal(3, sources.Events.Length);
        Assert.Equal(("news.example", 1), (busy.Host, busy.Changes.Length));
        Assert.Empty(quiet.Changes);
        Assert.Null(await source.LoadAsync(PageAddress.Source("unknown.example"), Stop));
    }

    private static ArticleEvent At(DateTimeOffset at) => new()
    {
        Id = Guid.Empty,
        Cursor = default,
        Kind = ArticleEventKind.Changed,
        ArticleId = "a",
        Host = "example.org",
        At = at,
    };

    private static IDocument Render(Page page) => new HtmlParser().ParseDocument(
        new PageRenderer(new ServerPageLinks(), new PageOptions { IsServed = true }).Render(page));
}
