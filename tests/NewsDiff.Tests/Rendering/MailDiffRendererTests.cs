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
            ["… 2 paragraphs unchanged", "It cost [−5] [+6] euros."],
            mail.QuerySelectorAll("p").Select(p => p.TextContent));
    }

    [Fact]
    public void Words_have_marks_that_need_no_style_and_the_language_of_the_article()
    {
        Article before = Stories.Article("Montag", "Er kam am Montag an.") with { Language = "de" };
        Article after = Stories.Article("Dienstag", "Er kam am Dienstag an.") with { Language = "de" };
        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(ArticleDiff.Compute(before, after)));

        Assert.Equal(
            ["[−Montag] [+Dienstag]", "Er kam am [−Montag] [+Dienstag] an."],
            mail.QuerySelectorAll("[lang=de]").Select(block => block.TextContent));
    }

    [Fact]
    public void What_no_mark_can_show_is_given_in_words()
    {
        ArticleDiff diff = ArticleDiff.Compute(Stories.Article("T", "One."), Stories.Article("T", "One.", ""));
        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(diff));

        Assert.Equal(
            ["… 1 paragraph unchanged", "Inserted", "[+]"], mail.QuerySelectorAll("p").Select(p => p.TextContent));
    }
}
