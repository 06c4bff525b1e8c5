using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed partial class MailDiffRendererTests
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

    [Fact]
    public void A_comparison_that_fits_is_written_whole_and_a_longer_one_with_the_most_telling_paragraphs_first()
    {
        ArticleDiff diff = LongChange();
        string whole = new MailDiffRenderer().Render(diff);
        int size = Encoding.UTF8.GetByteCount(whole);

        string fits = new MailDiffRenderer { MaxBytes = size }.Render(diff);
        string less = new MailDiffRenderer { MaxBytes = size - 1 }.Render(diff);

        Assert.Equal(whole, fits);
        Assert.InRange(Encoding.UTF8.GetByteCount(less), size * 9 / 10, size - 1);
        string[] paragraphs =
            [.. RenderedHtml.AssertHarmless(less).QuerySelectorAll("h3, p").Select(block => block.TextContent)];
        Assert.Equal("Ferry [−returns] [+stays]", paragraphs[0]);
        Assert.Contains("[−14] [+28] million", paragraphs[1], StringComparison.Ordinal);
        Assert.Matches("^… [0-9]+ changed paragraphs? left out$", paragraphs[^1]);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(20_000)]
    public void What_is_left_out_is_counted(int most)
    {
        string html = new MailDiffRenderer { MaxBytes = most }.Render(LongChange());
        string[] paragraphs = [.. RenderedHtml.Parse(html).QuerySelectorAll("p").Select(block => block.TextContent)];

        Assert.InRange(Encoding.UTF8.GetByteCount(html), most / 2, most);
        Assert.Equal($"… {200 - (paragraphs.Length - 1)} changed paragraphs left out", paragraphs[^1]);
    }

    [Fact]
    public void A_paragraph_that_alone_is_too_long_is_shortened()
    {
        string word = new('x', 100_000);
        string html = new MailDiffRenderer { MaxBytes = 3000 }.Render(
            ArticleDiff.Compute(Stories.Article(word, word), Stories.Article(word + "!", $"It cost 5 euros. {word}")));

        Assert.InRange(html.Length, 300, 3000);
        Assert.Contains("xxx…", html, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_cut_as_an_article_is()
    {
        var diff = TextDiff.Compute(
            string.Join("\n\n", Enumerable.Range(0, 500).Select(i => $"Paragraph {i} costs 5 euros.")),
            string.Join("\n\n", Enumerable.Range(0, 500).Select(i => $"Paragraph {i} costs 6 euros.")));

        Assert.InRange(new MailDiffRenderer { MaxBytes = 4000 }.Render(diff).Length, 100, 4000);
        Assert.Equal(new MailDiffRenderer().Render(diff), new MailDiffRenderer { MaxBytes = 1_000_000 }.Render(diff));
    }

    // Dark mail programs keep or invert colours one by one: letters without a ground of their own may fade.
    [Fact]
    public void No_letters_have_a_colour_without_a_ground_and_all_pairs_are_legible()
    {
        IDocument mail = RenderedHtml.Parse(new MailDiffRenderer().Render(Stories.Harbour()));
        string[] styles =
        [
            .. mail.QuerySelectorAll("[style]").Select(element => element.GetAttribute("style")!)
                .Where(style => style.Contains("color", StringComparison.Ordinal)).Distinct(),
        ];

        Assert.NotEmpty(styles);
        Assert.All(styles, style =>
        {
            double letters = LuminanceOf(Colors().Matches(style)[0].Groups[1].Value);
            double ground = LuminanceOf(Colors().Matches(style)[1].Groups[1].Value);
            Assert.InRange((Math.Max(letters, ground) + 0.05) / (Math.Min(letters, ground) + 0.05), 4.5, 21);
        });
    }

    [GeneratedRegex("color:#([0-9a-f]{6})")]
    private static partial Regex Colors();

    /// <summary>The relative luminance of a colour, as WCAG 2.2 defines it.</summary>
    private static double LuminanceOf(string color)
    {
        double[] parts =
        [
            .. Convert.FromHexString(color).Select(static part => part / 255.0)
                .Select(static part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
        ];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    /// <summary>200 paragraphs changed; a number in the last one is the most telling.</summary>
    private static ArticleDiff LongChange()
    {
        string[] old =
        [
            .. Enumerable.Range(0, 199).Select(i => $"The ferry sailed on route {(char)('a' + (i % 26))} again."),
            "The operator paid 14 million euros.",
        ];
        string[] @new =
        [
            .. old.Select(text => text.Replace("again", "once more", StringComparison.Ordinal)
                .Replace("14", "28", StringComparison.Ordinal)),
        ];
        return ArticleDiff.Compute(Stories.Article("Ferry returns", old), Stories.Article("Ferry stays", @new));
    }
}
