using AngleSharp.Dom;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

public sealed class ComparisonPageTests
{
    private const int Paragraphs = 25;

    private static readonly PageRenderer Server = new(
        new ServerPageLinks(), new PageOptions { LinkStyles = true, IsServed = true });

    [Fact]
    public void The_change_comes_first_and_the_facts_last()
    {
        IDocument page = Open(Long(changed: 20));

        Assert.Equal(
            ["18 unchanged paragraphs", "4 unchanged paragraphs"],
            page.QuerySelectorAll("details > summary").Select(fold => fold.TextContent));
        Assert.Equal(
            ["p19", "p20", "p21"], page.QuerySelectorAll("main > table > tbody > tr[id]").Select(row => row.Id));
        Assert.Equal(18, page.QuerySelectorAll("details")[0].QuerySelectorAll("[id]").Length);
        Assert.True(IndexOf(page, "main > table") < IndexOf(page, "main > dl"));
        Assert.Null(page.QuerySelector("#title"));
    }

    [Fact]
    public void Each_change_leads_to_the_next_and_the_last_to_the_first()
    {
        IDocument page = Open(Long(2, 9, 20));

        Assert.Equal(
            ["Change 1 of 3 ›: #p9", "Change 2 of 3 ›: #p20", "Change 3 of 3 ↑: #p2"],
            page.QuerySelectorAll("td.nd-new .nd-jump").Select(
                jump => $"{jump.TextContent}: {jump.GetAttribute("href")}"));
        Assert.All(
            page.QuerySelectorAll(".nd-jump"), jump => Assert.NotNull(page.QuerySelector(jump.GetAttribute("href")!)));
        Assert.Empty(Open(Long(9)).QuerySelectorAll(".nd-jump"));
    }

    [Fact]
    public void It_is_one_text_by_a_link_and_two_columns_again()
    {
        ComparisonPage page = Long(9);
        IDocument columns = Open(page);
        IDocument text = Open(page with { IsInline = true });

        Assert.Equal(
            "/articles/ab12/diff/1/2/inline", columns.QuerySelector(".layout a")!.GetAttribute("href"));
        Assert.Equal("/articles/ab12/diff/1/2", text.QuerySelector(".layout a")!.GetAttribute("href"));
        Assert.Null(text.QuerySelector("main > table"));
        Assert.Equal("9", text.QuerySelector(".nd-modified .nd-number")!.TextContent);
        Assert.Equal("two", text.QuerySelector(".nd-modified del")!.TextContent);
    }

    [Fact]
    public void A_narrow_screen_has_a_cell_with_both_texts()
    {
        IElement row = Assert.Single(Open(Long(9)).QuerySelectorAll("tr.nd-paired"));

        Assert.Equal("two", row.QuerySelector("td.nd-both del")!.TextContent);
        Assert.Equal("three", row.QuerySelector("td.nd-both ins")!.TextContent);
    }

    [Fact]
    public void The_columns_lead_to_their_versions()
    {
        Assert.Equal(
            ["/articles/ab12/versions/1", "/articles/ab12/versions/2"],
            Open(Long(9)).QuerySelectorAll("thead th a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_pager_marks_where_one_is_also_between_distant_versions()
    {
        ComparisonPage page = Long(9);
        page = page with
        {
            Facts = page.Facts with { VersionCount = 5 },
            Change = new ArticleChange(page.Change.Before, page.Change.After with { Number = 3 }),
        };
        IDocument document = Open(page);

        Assert.Equal(
            "1 → 3", Assert.Single(document.QuerySelectorAll("nav.pager [aria-current=page]")).TextContent);
        Assert.Equal(
            "/articles/ab12/diff/1/5", document.QuerySelector("nav.pager li:last-child a")!.GetAttribute("href"));
    }

    [Fact]
    public void Any_two_versions_are_two_links_apart_where_all_have_a_page()
    {
        ComparisonPage page = Long(9);
        page = page with { Facts = page.Facts with { VersionCount = 4 }, Erased = [3] };

        Assert.Equal(
            ["diff/1/2", "diff/4/2", "diff/1/2", "diff/1/4"],
            Open(page).QuerySelectorAll(".chooser a").Select(
                link => link.GetAttribute("href")!["/articles/ab12/".Length..]));
        Assert.Null(RenderedHtml.Parse(new PageRenderer(new FolderPageLinks()).Render(page)).QuerySelector(".chooser"));
    }

    [Theory]
    [InlineData("קרא", "rtl")]
    [InlineData("نص", "rtl")]
    [InlineData("text", null)]
    [InlineData("正文", null)]
    public void The_columns_run_as_the_text_does(string word, string? direction)
    {
        string text = string.Join(' ', Enumerable.Repeat(word, 10));
        IDocument page = Open(PageOf(Stories.Article(word, text, text), Stories.Article(word, text, text + " 12")));

        Assert.Equal(direction, page.QuerySelector("main > table")!.GetAttribute("dir"));
        Assert.All(page.QuerySelectorAll("thead th > span"), span => Assert.Equal("ltr", span.GetAttribute("dir")));
    }

    [Fact]
    public void A_long_way_to_the_first_change_of_a_paragraph_is_folded_on_both_sides()
    {
        string way = string.Concat(Enumerable.Repeat("All of this stays as it was. ", 30));
        IDocument page = Open(
            PageOf(Stories.Article("T", way + "It has two ends."), Stories.Article("T", way + "It has three ends.")));

        foreach (string side in (string[])["td.nd-old", "td.nd-new", "td.nd-both"])
        {
            IElement cell = page.QuerySelector(side)!;
            Assert.StartsWith("… ", cell.QuerySelector("td > p")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith("All of", cell.QuerySelector("details > p")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_changed_around_the_text_is_shown_with_it()
    {
        ComparisonPage page = Long(9);
        ArticleVersion after = page.Change.After;
        page = page with
        {
            Change = new ArticleChange(
                page.Change.Before, after with { Article = after.Article with { Authors = ["<Ann> Berg"] } }),
        };

        Assert.Equal("Authors: <Ann> Berg", Assert.Single(Open(page).QuerySelectorAll(".around li")).TextContent);
    }

    [Fact]
    public void A_comparison_of_an_ordinary_article_takes_little()
    {
        string paragraph = string.Concat(Enumerable.Repeat("Forty words of news are in this paragraph. ", 6));
        string[] before = [.. Enumerable.Range(0, 60).Select(number => $"{number} {paragraph}")];
        string[] after = [.. before];
        for (int i = 0; i < after.Length; i += 8)
        {
            after[i] = after[i].Replace("Forty", "Sixty", StringComparison.Ordinal);
        }

        Assert.InRange(
            Server.Render(PageOf(Stories.Article("T", before), Stories.Article("T", after))).Length, 20_000, 61_440);
    }

    private static int IndexOf(IDocument page, string selector) =>
        page.All.Index().First(element => element.Item == page.QuerySelector(selector)).Index;

    private static ComparisonPage Long(params int[] changed)
    {
        string[] before = [.. Enumerable.Range(1, Paragraphs).Select(TextOf)];
        string[] after = [.. before];
        foreach (int number in changed)
        {
            after[number - 1] = after[number - 1].Replace("two", "three", StringComparison.Ordinal);
        }

        return PageOf(Stories.Article("A headline", before), Stories.Article("A headline", after));
    }

    // Each is unlike the others, so that none is taken for another.
    private static string TextOf(int number) =>
        $"Paragraph {number} of district {number * 7} has two sentences about street {number * 13}. This is one of them.";

    private static ComparisonPage PageOf(Article before, Article after) => new()
    {
        Facts = new ArticleFacts
        {
            ArticleId = "ab12",
            Url = new Uri("https://example.org/harbour"),
            FirstSeenAt = Stories.Seen,
            VersionCount = 2,
        },
        Change = new ArticleChange(
            Stories.Version(1, before), Stories.Version(2, after, TimeSpan.FromHours(3))),
    };

    [Fact]
    public void What_became_of_a_number_is_told_from_left_to_right_in_every_script()
    {
        Article before = Stories.Article("الميناء", "قال المجلس إن الكلفة 58 مليون يورو.") with { Language = "ar" };
        var change = new ArticleChange(
            Stories.Version(1, before),
            Stories.Version(2, before with { Paragraphs = [new Paragraph("قال المجلس إن الكلفة 64 مليون يورو.")] }));
        ArticleFacts facts = ((ComparisonPage)SamplePages.Named("comparison")).Facts;
        var page = new ComparisonPage { Facts = facts, Change = change };
        string html = new PageRenderer(new ServerPageLinks(), new PageOptions { Language = "ar" }).Render(page);

        Assert.Contains("<span dir=\"auto\">58</span> → <span dir=\"auto\">64</span>", html, StringComparison.Ordinal);
        Assert.Contains("dir=\"ltr\" href=\"/articles/ab12/diff/1/2\" aria-current", html, StringComparison.Ordinal);
    }

    private static IDocument Open(Page page) => RenderedHtml.AssertHarmless(Server.Render(page));
}
