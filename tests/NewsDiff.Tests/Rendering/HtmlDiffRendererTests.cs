using AngleSharp.Dom;

using FsCheck;
using FsCheck.Fluent;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class HtmlDiffRendererTests
{
    private static readonly HtmlDiffRenderer SideBySide = new();
    private static readonly HtmlDiffRenderer Inline = new(new HtmlDiffOptions { Layout = HtmlDiffLayout.Inline });

    [Fact]
    public void Only_the_changed_words_are_marked()
    {
        IDocument page = RenderedHtml.Parse(
            SideBySide.Render(TextDiff.Compute("The storm is unusual.", "The storm is highly unusual.")));

        Assert.Equal("highly", Assert.Single(page.QuerySelectorAll("ins")).TextContent);
        Assert.Empty(page.QuerySelectorAll("del"));
    }

    [Theory]
    [InlineData("يوم الاثنين فقط", "يوم الثلاثاء فقط", "</del>&#8204;<ins")] // they would join: …ن looks like …نـ
    [InlineData("بنسبة ١٢ فقط", "بنسبة ١٥ فقط", "</del><ins")] // digits do not join
    [InlineData("only Monday here", "only Tuesday here", "</del><ins")]
    public void A_deleted_word_does_not_join_with_the_inserted_one_in_cursive_scripts(
        string before, string after, string border)
    {
        TextDiff diff = TextDiff.Compute(before, after);

        Assert.Contains(border, Inline.Render(diff), StringComparison.Ordinal);
        Assert.DoesNotContain("&#8204;", SideBySide.Render(diff), StringComparison.Ordinal);
    }

    [Fact]
    public void The_left_column_is_the_old_article_and_the_right_one_the_new()
    {
        IDocument page = RenderedHtml.Parse(SideBySide.Render(Stories.Harbour()));

        Assert.Equal(WordsOf(Stories.HarbourBefore), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-old")));
        Assert.Equal(WordsOf(Stories.HarbourAfter), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-new")));
    }

    [Fact]
    public void Both_columns_stay_in_order_however_paragraphs_are_shuffled() =>
        Prop.ForAll(Stories.Orders, Stories.Orders, (old, @new) =>
        {
            Article before = Stories.Article("Title", [.. old]);
            Article after = Stories.Article("Title", [.. @new]);
            IDocument page = RenderedHtml.Parse(SideBySide.Render(ArticleDiff.Compute(before, after)));

            Assert.Equal(WordsOf(before), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-old")));
            Assert.Equal(WordsOf(after), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-new")));
        }).Check(Stories.Quick);

    [Fact]
    public void A_separate_part_of_a_split_paragraph_is_shown_at_its_own_place()
    {
        Article before = Stories.Article(
            "Title", "The council met on Monday. It closed the pool. Residents were angry. A petition began.");
        Article after = Stories.Article(
            "Title", "The council met on Monday. It closed the pool.", "Advertisement",
            "Residents were angry. A petition began.");
        IDocument page = RenderedHtml.Parse(SideBySide.Render(ArticleDiff.Compute(before, after)));

        Assert.Equal(WordsOf(after), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-new")));
        Assert.Equal("Part of row 1", page.QuerySelector("#p3 .nd-label")!.TextContent);
    }

    [Fact]
    public void Without_deletions_the_inline_text_is_the_new_article()
    {
        IDocument page = RenderedHtml.Parse(Inline.Render(Stories.Harbour()));
        foreach (IElement deletion in page.QuerySelectorAll("del").ToArray())
        {
            deletion.Remove();
        }

        Assert.Equal(WordsOf(Stories.HarbourAfter), RenderedHtml.WordsOf(page.QuerySelectorAll(".nd-row")));
    }

    [Fact]
    public void Rows_are_numbered_and_link_to_themselves()
    {
        IDocument page = RenderedHtml.Parse(SideBySide.Render(Stories.Harbour()));

        IElement[] rows = [.. page.QuerySelectorAll("tbody tr")];
        Assert.Equal("title", rows[0].Id);
        Assert.Equal(
            Enumerable.Range(1, rows.Length - 1).Select(number => $"p{number}"), rows.Skip(1).Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal("#" + row.Id, row.QuerySelector("th a")!.GetAttribute("href")));
    }

    [Fact]
    public void What_happened_to_a_paragraph_is_given_in_words()
    {
        IDocument page = RenderedHtml.Parse(SideBySide.Render(Stories.Harbour()));

        Assert.Equal(
            ["Moved from row 5", "Split into 2", "Moved to row 1", "Deleted", "Merged from 2", "Inserted"],
            page.QuerySelectorAll(".nd-label").Select(label => label.TextContent));
    }

    [Fact]
    public void A_moved_paragraph_links_to_its_other_place_and_back()
    {
        IDocument page = RenderedHtml.Parse(SideBySide.Render(Stories.Harbour()));

        IElement[] links = [.. page.QuerySelectorAll("a.nd-label")];
        Assert.Equal(2, links.Length);
        Assert.Equal("#" + links[1].Closest("tr")!.Id, links[0].GetAttribute("href"));
        Assert.Equal("#" + links[0].Closest("tr")!.Id, links[1].GetAttribute("href"));
    }

    [Fact]
    public void A_paragraph_break_that_was_inserted_or_deleted_is_a_marked_pilcrow()
    {
        TextDiff split = TextDiff.Compute(
            "It begins in April. Families move in later.", "It begins in April.\n\nFamilies move in later.");
        IDocument page = RenderedHtml.Parse(SideBySide.Render(split));
        IDocument reverse = RenderedHtml.Parse(SideBySide.Render(TextDiff.Compute(split.NewText, split.OldText)));

        Assert.Equal("¶", Assert.Single(page.QuerySelectorAll("ins")).TextContent);
        Assert.Equal(2, page.QuerySelectorAll("td.nd-new p").Length);
        Assert.Equal("¶", Assert.Single(reverse.QuerySelectorAll("del")).TextContent);
        Assert.Equal(2, reverse.QuerySelectorAll("td.nd-old p").Length);
    }

    [Fact]
    public void Paragraphs_of_a_text_become_rows()
    {
        IDocument page = RenderedHtml.Parse(
            SideBySide.Render(TextDiff.Compute("One stays.\n\nTwo goes on.", "One stays.\r\n\r\nTwo goes off.")));

        Assert.Equal(
            ["nd-row nd-unchanged", "nd-row nd-modified"],
            page.QuerySelectorAll("tbody tr").Select(row => row.ClassName));
    }

    [Fact]
    public void Language_and_direction_are_stated()
    {
        Article before = Stories.Article("כותרת", "שלום") with { Language = "he" };
        IDocument page = RenderedHtml.Parse(
            SideBySide.Render(ArticleDiff.Compute(before, before with { Title = "כותרת חדשה" })));

        Assert.All(
            page.QuerySelectorAll("td.nd-old, td.nd-new"), cell => Assert.Equal("he", cell.GetAttribute("lang")));
        Assert.All(page.QuerySelectorAll("td p"), block => Assert.Equal("auto", block.GetAttribute("dir")));
    }

    [Fact]
    public void A_language_that_is_none_is_left_out()
    {
        Article before = Stories.Article("x", "y") with { Language = "en\" onclick=\"alert(1)" };

        Assert.DoesNotContain(
            "lang=\"en", SideBySide.Render(ArticleDiff.Compute(before, before)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_can_bring_the_styles_and_choose_the_names()
    {
        var renderer =
            new HtmlDiffRenderer(new HtmlDiffOptions { IncludeStyles = false, ClassPrefix = "site_", IdPrefix = "a-" });
        string html = renderer.Render(Stories.Harbour());

        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nd-", html, StringComparison.Ordinal);
        Assert.Contains("id=\"a-p1\"", html, StringComparison.Ordinal);
        Assert.Contains(".site_diff", HtmlDiffRenderer.GetStyles("site_"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => new HtmlDiffRenderer(new HtmlDiffOptions { ClassPrefix = "\"><script>" }));
    }

    [Fact]
    public void Unchanged_rows_are_folded_where_a_context_is_asked_for()
    {
        string[] before = [.. Enumerable.Range(1, 9).Select(number => $"Sentence {number} of number {number * 7}.")];
        string[] after = [.. before];
        after[4] += " It grew.";
        ArticleDiff diff = ArticleDiff.Compute(Stories.Article("T", before), Stories.Article("T", after));

        foreach (HtmlDiffLayout layout in Enum.GetValues<HtmlDiffLayout>())
        {
            var options = new HtmlDiffOptions { Layout = layout };
            IDocument all = RenderedHtml.Parse(new HtmlDiffRenderer(options).Render(diff));
            IDocument folded = RenderedHtml.Parse(new HtmlDiffRenderer(options with { Context = 1 }).Render(diff));

            Assert.Empty(all.QuerySelectorAll("details"));
            Assert.Equal(
                ["3 unchanged paragraphs", "3 unchanged paragraphs"],
                folded.QuerySelectorAll("summary").Select(fold => fold.TextContent));
            Assert.Equal(9, folded.QuerySelectorAll("[id^=p]").Length);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    public void A_heading_leads_nowhere_but_to_the_web(string link)
    {
        var options = new HtmlDiffOptions { OldLink = new Uri(link) };

        Assert.Equal("OldLink", Assert.Throws<ArgumentException>(() => new HtmlDiffRenderer(options)).ParamName);
    }

    [Fact]
    public void Links_of_headings_are_written_as_they_are_given()
    {
        var options = new HtmlDiffOptions
        {
            OldLink = new Uri("/a?b=\"<", UriKind.Relative),
            NewLink = new Uri("https://example.org/2"),
        };
        IDocument page = RenderedHtml.AssertHarmless(new HtmlDiffRenderer(options).Render(Stories.Harbour()));

        Assert.Equal(
            ["/a?b=\"<", "https://example.org/2"],
            page.QuerySelectorAll("thead a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Any_text_in_any_place_stays_text() => Stories.Check((old, @new) =>
    {
        Article before = Stories.Article(old, old, @new) with { Language = old };
        Article after = Stories.Article(@new, @new, old, @new);
        ArticleDiff diff = ArticleDiff.Compute(before, after);
        var options = new HtmlDiffOptions { OldHeading = old, NewHeading = @new, OldNote = old, NewNote = @new };

        IDocument page = RenderedHtml.AssertHarmless(new HtmlDiffRenderer(options).Render(diff));
        RenderedHtml.AssertHarmless(new HtmlDiffRenderer(options with { Layout = HtmlDiffLayout.Inline }).Render(diff));
        RenderedHtml.AssertHarmless(
            new HtmlDiffRenderer(options with { Layout = HtmlDiffLayout.Adaptive, Context = 0 }).Render(diff));
        RenderedHtml.AssertHarmless(new MailDiffRenderer().Render(diff));
        Assert.Equal(RenderedHtml.Visible(AllText(before)), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-old")));
        Assert.Equal(RenderedHtml.Visible(AllText(after)), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-new")));
    });

    [Fact]
    public void The_columns_of_a_text_are_both_texts_exactly() => Stories.Check((old, @new) =>
    {
        IDocument page = RenderedHtml.AssertHarmless(SideBySide.Render(TextDiff.Compute(old, @new)));

        Assert.Equal(RenderedHtml.Visible(old), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-old")));
        Assert.Equal(RenderedHtml.Visible(@new), RenderedHtml.WordsOf(page.QuerySelectorAll("td.nd-new")));
    });

    private static string WordsOf(Article article) => RenderedHtml.Visible(AllText(article));

    private static string AllText(Article article) =>
        string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text).Prepend(article.Title));
}
