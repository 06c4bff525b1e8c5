using System.Text.Json;

using AngleSharp.Dom;
using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

/// <summary>A text that went to another paragraph is shown once as moved, with a way to the other place.</summary>
public sealed class MovedTextTests
{
    private const string Bridge = "The bridge over the river will be closed until the end of June, the mayor said.";

    private static readonly Article Before = Stories.Article(
        "Bridge",
        $"The council met on Monday, for the first time since May. {Bridge} Nobody voted against the plan.",
        "Rain fell all night in the hills.",
        "Residents of the old town gathered in front of the town hall, and some of them carried banners.");

    private static readonly Article After = Stories.Article(
        "Bridge",
        "The council met on Monday, for the first time since May. Nobody voted against the plan.",
        "Rain fell all night in the hills.",
        "Residents of the old town gathered in front of the town hall, and some of them carried banners. "
        + Bridge.Replace("June", "July", StringComparison.Ordinal));

    private static readonly ArticleDiff Diff = ArticleDiff.Compute(Before, After);

    private static readonly TextDiff Text = TextDiff.Compute(TextOf(Before), TextOf(After));

    [Theory]
    [InlineData(HtmlDiffLayout.SideBySide, 2)]
    [InlineData(HtmlDiffLayout.Inline, 2)]
    [InlineData(HtmlDiffLayout.Adaptive, 4)]
    public void In_HTML_each_place_leads_to_the_other_and_says_so(HtmlDiffLayout layout, int signs)
    {
        var renderer = new HtmlDiffRenderer(new HtmlDiffOptions { Layout = layout, IdPrefix = "a-" });
        foreach (string html in (ReadOnlySpan<string>)[renderer.Render(Diff), renderer.Render(Text)])
        {
            IDocument page = RenderedHtml.AssertHarmless(html);
            IElement[] all = [.. page.QuerySelectorAll(".nd-move > a.nd-sign")];

            Assert.Equal(signs, all.Length);
            Assert.All(all, sign => Assert.Equal("↕1 ", sign.TextContent));
            Assert.All(page.QuerySelectorAll("#a-p1 .nd-sign"), sign => Assert.Equal(
                ("#a-p3", "Moved to row 3"), (sign.GetAttribute("href"), sign.GetAttribute("aria-label"))));
            Assert.All(page.QuerySelectorAll("#a-p3 .nd-sign"), sign => Assert.Equal(
                ("#a-p1", "Moved from row 1"), (sign.GetAttribute("href"), sign.GetAttribute("aria-label"))));
        }
    }

    [Fact]
    public void In_HTML_only_what_changed_inside_is_deleted_or_inserted()
    {
        IDocument page = RenderedHtml.Parse(new HtmlDiffRenderer().Render(Diff));

        Assert.Equal(["June"], page.QuerySelectorAll("del").Select(mark => mark.TextContent));
        Assert.Equal(["July"], page.QuerySelectorAll("ins").Select(mark => mark.TextContent));
        Assert.Contains(Bridge, page.QuerySelector("td.nd-old .nd-move")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_that_went_whole_into_another_is_not_shown_as_deleted()
    {
        Paragraph[] first = [.. After.Paragraphs[..2]];
        string last = Before.Paragraphs[2].Text;
        Article old = Before with { Paragraphs = [.. first, new Paragraph(Bridge), new Paragraph(last)] };
        Article @new = After with { Paragraphs = [.. first, new Paragraph($"{last} {Bridge} Then it opens.")] };
        var diff = ArticleDiff.Compute(old, @new);
        Assert.NotEmpty(diff.Moves);
        IDocument page = RenderedHtml.Parse(new HtmlDiffRenderer().Render(diff));

        Assert.Empty(page.QuerySelectorAll(".nd-deleted, del"));
        Assert.Single(page.QuerySelectorAll("tr.nd-moved"));
        Assert.DoesNotContain("Deleted", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void In_running_text_both_places_have_the_same_number()
    {
        const string moved = "[↕1 The bridge over the river will be closed until the end of ";
        string plain = new AnsiDiffRenderer { Color = false }.Render(Diff);
        Assert.Contains("since May. [↕1] Nobody", plain, StringComparison.Ordinal);
        Assert.Contains($"{moved}[-June-]{{+July+}}, the mayor said.]", plain, StringComparison.Ordinal);
        Assert.Contains("(↕1 moved to paragraph 3)", plain, StringComparison.Ordinal);

        string markdown = new MarkdownDiffRenderer().Render(Diff);
        Assert.Contains("since May. \\[↕1\\] Nobody", markdown, StringComparison.Ordinal);
        Assert.Contains($"\\{moved}~~June~~**July**, the mayor said.\\]", markdown, StringComparison.Ordinal);

        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(Diff));
        Assert.Contains("since May. [↕1] Nobody", mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{moved}[−June] [+July], the mayor said.]", mail.Body.TextContent, StringComparison.Ordinal);

        string patch = new UnifiedDiffRenderer { Context = 0 }.Render(Diff);
        Assert.Contains("@@ ↕1 moved to paragraph 3\n", patch, StringComparison.Ordinal);
        Assert.Contains("@@ ↕1 moved from paragraph 1\n", patch, StringComparison.Ordinal);
    }

    [Fact]
    public void In_JSON_the_moves_follow_everything_that_was_there_before()
    {
        using var article = JsonDocument.Parse(new JsonDiffRenderer().Render(Diff));
        JsonElement move = Assert.Single(article.RootElement.GetProperty("moves").EnumerateArray());
        Assert.Equal(0, move.GetProperty("oldParagraph").GetInt32());
        Assert.Equal(2, move.GetProperty("newParagraph").GetInt32());
        Assert.Equal(Bridge.Length, move.GetProperty("oldLength").GetInt32());
        Assert.Equal(4, move.GetProperty("words").GetProperty("edits").GetArrayLength());
        Assert.Equal("moves", article.RootElement.EnumerateObject().Last().Name);

        using var text = JsonDocument.Parse(new JsonDiffRenderer().Render(Text));
        move = Assert.Single(text.RootElement.GetProperty("moves").EnumerateArray());
        int start = move.GetProperty("oldStart").GetInt32();
        Assert.Equal(Bridge, TextOf(Before).Substring(start, move.GetProperty("oldLength").GetInt32()));
    }

    [Fact]
    public void Moved_words_are_neither_added_nor_removed()
    {
        Assert.Equal((1, 1), (Diff.Statistics.WordsInserted, Diff.Statistics.WordsDeleted));
        Assert.Equal("1 word added, 1 removed; text moved", ChangeSummary.Write(Diff));
    }

    private static string TextOf(Article article) =>
        string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text));
}
