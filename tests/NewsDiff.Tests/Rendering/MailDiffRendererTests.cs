using AngleSharp.Dom;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class MailDiffRendererTests
{
    [Fact]
    public void Marks_are_styled_by_attributes_alone()
    {
        IDocument mail = RenderedHtml.AssertHarmless(new MailDiffRenderer().Render(Stories.Harbour()));

        Assert.All(mail.QuerySelectorAll("ins, del"), mark => Assert.True(mark.HasAttribute("style")));
        Assert.Empty(mail.QuerySelectorAll("[class], [id], style, a"));
    }

    [Fact]
    public void Unchanged_paragraphs_are_counted()
    {
        ArticleDiff diff = ArticleDiff.Compute(
            Stories.Article("T", "One.", "Two.", "It cost 5 euros."),
            Stories.Article("T", "One.", "Two.", "It cost 6 euros."));
        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(diff));

        Assert.Equal(
            ["… 2 paragraphs unchanged", "It cost 56 euros."], mail.QuerySelectorAll("p").Select(p => p.TextContent));
    }

    [Fact]
    public void What_no_mark_can_show_is_given_in_words()
    {
        ArticleDiff diff = ArticleDiff.Compute(Stories.Article("T", "One."), Stories.Article("T", "One.", ""));
        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(diff));

        Assert.Equal(
            ["… 1 paragraph unchanged", "Inserted", ""], mail.QuerySelectorAll("p").Select(p => p.TextContent));
    }
}
