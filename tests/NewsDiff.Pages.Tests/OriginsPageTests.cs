using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

/// <summary>The page that says which version brought which words.</summary>
public sealed partial class OriginsPageTests
{
    private const string First = "The council met on Monday to vote on the new bridge over the canal.";
    private const string Quote = "The mayor called the plan far too dear for a town of this size.";

    [Fact]
    public void New_words_have_the_number_of_their_version_and_old_ones_have_none()
    {
        IDocument page = Render(2, [First], [First, Quote]);

        IElement run = Assert.Single(page.QuerySelectorAll(".text [class^=o]"));
        Assert.Equal("version 2", run.QuerySelector("sup")!.TextContent);
        Assert.Equal("version 2" + Quote, run.TextContent);
    }

    [Fact]
    public void What_was_removed_and_came_back_says_when()
    {
        IDocument page = Render(3, [First, Quote], [First], [First, Quote]);

        IElement run = Assert.Single(page.QuerySelectorAll(".text .restored"));
        Assert.Equal("version 1, restored in ↶3", run.QuerySelector("sup")!.TextContent);
    }

    [Fact]
    public void The_text_is_whole()
    {
        const string Second = "The council met on Tuesday, late, to vote on the bridge over the canal.";
        IDocument page = Render(2, [First], [Second, Quote]);
        foreach (IElement mark in page.QuerySelectorAll(".text sup"))
        {
            mark.Remove();
        }

        Assert.Equal(
            [Second, Quote],
            page.QuerySelectorAll(".text p").Select(paragraph => paragraph.TextContent));
    }

    [Fact]
    public void The_legend_counts_every_word_once()
    {
        IDocument page = Render(3, [First], [First, Quote], [Quote, First, "The vote is tomorrow."]);

        int[] counts =
        [
            .. page.QuerySelectorAll(".origins td.counts")
                .Select(cell => int.Parse(cell.TextContent.Split(' ')[0], CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(3, counts.Length);
        Assert.Equal(14 + 14 + 4 + 1, counts.Sum());
        Assert.Equal("/articles/ab12/diff/1/2", page.QuerySelectorAll(".origins th a")[1].GetAttribute("href"));
    }

    [Fact]
    public void The_picture_has_a_column_a_version_and_stays_in_its_frame()
    {
        string[][] texts =
            [.. Enumerable.Range(1, 100).Select(i => (string[])[First, $"Version {i} says something else.", Quote])];
        IDocument page = Render(100, texts);

        IElement picture = page.QuerySelector(".flow-picture svg")!;
        string[] columns = [.. picture.QuerySelectorAll("text").Select(text => text.TextContent)];
        Assert.Equal(30, columns.Length);
        Assert.Equal(("1", "100"), (columns[0], columns[^1]));
        Assert.All(
            picture.QuerySelectorAll("path.bar-of").SelectMany(path => Bar().Matches(path.GetAttribute("d")!)),
            bar => Assert.InRange(Number(bar, "y") + Number(bar, "height"), 22, 262.1));
        Assert.Contains("Of the", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.NotEmpty(picture.QuerySelectorAll("path.band"));
    }

    [Fact]
    public void A_long_live_blog_takes_a_page_that_can_be_sent()
    {
        string[] posts =
            [.. Enumerable.Range(1, 300).Select(i => $"Post {i} of the day tells what {i * 7} people saw at noon.")];
        string[][] texts = [.. Enumerable.Range(1, 300).Select(i => posts[..i])];

        string html = new PageRenderer(new ServerPageLinks()).Render(PageOf(300, texts));

        Assert.InRange(html.Length, 50_000, 450_000);
        Assert.DoesNotMatch(NotANumber(), html);
    }

    [Fact]
    public void A_version_alone_has_no_picture()
    {
        Assert.Null(Render(1, [First]).QuerySelector(".flow-picture"));
    }

    private static double Number(Match bar, string name) =>
        double.Parse(bar.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static IDocument Render(int number, params string[][] texts) => new HtmlParser().ParseDocument(
        new PageRenderer(new ServerPageLinks()).Render(PageOf(number, texts)));

    private static OriginsPage PageOf(int number, string[][] texts)
    {
        ArticleVersion[] versions =
        [
            .. texts.Select((text, i) => Stories.Version(
                i + 1, Stories.Article("Bridge", text), TimeSpan.FromHours(i))),
        ];
        return new OriginsPage
        {
            Facts = new ArticleFacts
            {
                ArticleId = versions[0].ArticleId,
                Url = versions[0].Article.Url,
                FirstSeenAt = versions[0].SeenAt,
                VersionCount = versions.Length,
            },
            History = new ArticleHistory(versions),
            Number = number,
        };
    }

    [GeneratedRegex("M[0-9.]+ (?<y>[0-9.]+)h[0-9.]+v(?<height>[0-9.]+)")]
    private static partial Regex Bar();

    [GeneratedRegex("NaN|Infinity|∞")]
    private static partial Regex NotANumber();
}
