using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class MarkdownDiffRendererTests
{
    private static readonly MarkdownDiffRenderer Renderer = new();

    [Fact]
    public void Changes_are_struck_through_and_bold() => Assert.Equal(
        "> The board **narrowly** approved ~~120~~**90** homes.\n",
        Renderer.Render(TextDiff.Compute("The board approved 120 homes.", "The board narrowly approved 90 homes.")));

    [Fact]
    public void The_title_is_a_heading_and_paragraphs_are_quotes()
    {
        ArticleDiff diff = ArticleDiff.Compute(
            Stories.Article("Old title", "It stays."), Stories.Article("New title", "It stays.", "It is new."));

        Assert.Equal(
            "# ~~Old~~**New** title\n\n> It stays.\n\n<!-- -->\n\n> *Inserted*\n>\n> **It is new.**\n",
            Renderer.Render(diff));
    }

    [Theory]
    [InlineData("*a* _b_ `c` ~d~", @"\*a\* \_b\_ \`c\` \~d\~")]
    [InlineData("<script>&amp;", @"&lt;script\>\&amp;")]
    [InlineData("[x](javascript:alert)", @"\[x\](javascript:alert)")]
    [InlineData("see https://example.org and www.example.org", @"see https\://example.org and www\.example.org")]
    [InlineData("mail a@example.org", @"mail a\@<!-- -->example.org")]
    [InlineData("It's the mayor's", "It's the mayor's")]
    [InlineData("At 10:30 (local time), by car: 3.5 km - or so!", "At 10:30 (local time), by car: 3.5 km - or so!")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("# not a heading", @"\# not a heading")]
    [InlineData("- not an item", @"\- not an item")]
    [InlineData("    not code", "not code")]
    public void Markup_in_a_text_is_escaped(string text, string expected) =>
        Assert.Equal($"> {expected}\n", Renderer.Render(TextDiff.Compute(text, text)));

    [Fact]
    public void A_mark_between_a_letter_and_a_bracket_still_counts() => Assert.Equal(
        "> word<!-- -->**(s)** here\n", Renderer.Render(TextDiff.Compute("word here", "word(s) here")));
}
