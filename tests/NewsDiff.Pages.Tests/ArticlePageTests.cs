using AngleSharp.Dom;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

public sealed class ArticlePageTests
{
    private static readonly PageRenderer Server = new(
        new ServerPageLinks(), new PageOptions { LinkStyles = true, IsServed = true });

    [Fact]
    public void The_picture_says_what_it_shows()
    {
        IDocument page = Open(Story());
        string said = page.QuerySelector(".strip svg[role=img]")!.GetAttribute("aria-label")!;

        Assert.Equal(
            "4 versions from 3 May 2026, 14:20 UTC to 5 May 2026, 14:20 UTC; 5 to 8 words long; "
            + "headline changed in: 2, 3; back to an earlier text in: 3; without a text: 4",
            said);
        Assert.Equal(3, page.QuerySelectorAll(".strip .dot").Length);
        Assert.Equal(2, page.QuerySelectorAll(".strip .ring").Length);
        Assert.Equal("↶", Assert.Single(page.QuerySelectorAll(".strip text")).TextContent);
        Assert.Single(page.QuerySelectorAll(".strip .gone"));
        Assert.Equal(Server.Render(Story()), Server.Render(Story()));
    }

    [Fact]
    public void The_picture_orders_by_time_and_keeps_dots_apart()
    {
        IHtmlCollection<IElement> dots = Open(Story()).QuerySelectorAll(".strip .dot");
        double[] places = [.. dots.Select(dot => double.Parse(dot.GetAttribute("cx")!, null))];

        Assert.Equal(16, places[0]);
        Assert.InRange(places[1] - places[0], 22, 24);
        Assert.InRange(places[2], 350, 370);
    }

    [Fact]
    public void Versions_come_with_the_newest_first_and_a_bar_each()
    {
        IDocument page = Open(Story());

        Assert.Equal(
            ["4", "3", "2", "1"], page.QuerySelectorAll("tbody th").Select(number => number.TextContent));
        Assert.Equal(
            ["100", "0"],
            page.QuerySelectorAll("tbody tr:nth-child(3) .bar rect").Select(bar => bar.GetAttribute("width")));
        Assert.NotNull(page.QuerySelector("a[href='/articles/ab12/diff/2/3']"));
    }

    [Fact]
    public void What_changed_around_a_text_is_shown_with_the_version()
    {
        ArticlePage page = Story();
        ArticleVersion second = page.History.Versions[1];
        page = page with
        {
            History = new ArticleHistory(
                [page.History.First, second with { Article = second.Article with { Section = "Sport" } }]),
        };

        Assert.Equal("Section: Sport", Assert.Single(Open(page).QuerySelectorAll("tbody .around li")).TextContent);
    }

    [Fact]
    public void A_version_can_be_cited_and_leads_to_its_neighbours()
    {
        ArticlePage story = Story();
        IDocument page = Open(new VersionPage
        {
            Facts = story.Facts,
            Version = story.History.Versions[2] with { PageHash = "ab<12", ExtractorVersion = 7 },
            Erased = [2, 4],
        });

        Assert.Equal(
            "“A”, example.org, https://example.org/harbour, version 3 as seen 4 May 2026, 14:20 UTC.",
            page.QuerySelector(".cite")!.TextContent);
        Assert.Equal(
            [story.History.Versions[2].ContentHash, "ab<12"],
            page.QuerySelectorAll("code").Select(code => code.TextContent));
        Assert.Equal(
            ["‹ Version 1: /articles/ab12/versions/1", "What was changed: /articles/ab12/diff/1/3"],
            page.QuerySelectorAll(".pager a").Select(link => $"{link.TextContent}: {link.GetAttribute("href")}"));
    }

    private static ArticlePage Story() => new()
    {
        Facts = new ArticleFacts
        {
            ArticleId = "ab12",
            Url = new Uri("https://example.org/harbour"),
            FirstSeenAt = Stories.Seen,
            VersionCount = 4,
        },
        History = new ArticleHistory(
        [
            Stories.Version(1, Stories.Article("A", "One two three four.")),
            Stories.Version(2, Stories.Article("A new B", "One two three four five."), TimeSpan.FromMinutes(9)),
            Stories.Version(3, Stories.Article("A", "One two three four."), TimeSpan.FromDays(1)),
            Stories.Version(4, Stories.Article("", ""), TimeSpan.FromDays(2)) with { IsHidden = true },
        ]),
    };

    private static IDocument Open(Page page) => RenderedHtml.AssertHarmless(Server.Render(page));
}
