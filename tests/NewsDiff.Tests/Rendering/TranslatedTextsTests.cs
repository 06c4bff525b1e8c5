using AngleSharp.Dom;
using NewsDiff.Rendering;
using NewsDiff.Syndication;

namespace NewsDiff.Tests.Rendering;

/// <summary>Words of our own as a host translates them.</summary>
public sealed class TranslatedTextsTests
{
    private static readonly ArticleDiff Story = ArticleDiff.Compute(
        Stories.Article("Quay", "First one.", "Second one.", "Third one.", "Fourth one."),
        Stories.Article("Quay", "First one.", "Second one.", "Third one.", "Fourth one.", "New {0}."));

    [Fact]
    public void Labels_are_translated_and_marked_with_their_language_and_direction()
    {
        IDocument page = Render("he", (english, number) => (english, number) switch
        {
            ("Inserted", null) => "נוסף",
            ("{0} unchanged paragraphs", { } some) => $"{{0}} של {some}",
            _ => english,
        });

        IElement label = page.QuerySelector("span.nd-label")!;
        Assert.Equal("נוסף", label.TextContent);
        Assert.Equal(("he", "rtl"), (label.GetAttribute("lang"), label.GetAttribute("dir")));
        Assert.Equal("3 של 3", page.QuerySelector("summary span")!.TextContent);
    }

    [Theory]
    [InlineData("<b>\"{0}'&", "<b>\"4'&")]
    [InlineData("{", "{")]
    [InlineData("{9} {0} {x}", "{9} 4 {x}")]
    [InlineData("", "")]
    public void Whatever_a_host_says_stays_text(string said, string shown)
    {
        IDocument page = Render("de", (_, _) => said);

        Assert.Equal(shown, page.QuerySelector("tr.nd-row .nd-number a")!.GetAttribute("aria-label"));
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Contains("New {0}.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_is_a_language_tag()
    {
        Assert.Throws<ArgumentException>("Language", () => new HtmlDiffOptions { Language = "de\"" });
        Assert.Throws<ArgumentException>("Language", () => new ChangeFeedOptions { Language = "" });
    }

    private static IDocument Render(string language, Func<string, int?, string> translate) =>
        RenderedHtml.Parse(new HtmlDiffRenderer(new HtmlDiffOptions
        {
            Context = 1,
            Language = language,
            Translate = translate,
        }).Render(Story));
}
