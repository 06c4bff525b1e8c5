using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class LimitsTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x><span>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Deeply_nested_tags_are_refused(string tags)
    {
        string html = "<p>Text.</p>" + string.Concat(Enumerable.Repeat(tags, 20_000));

        Assert.Equal(PageVerdict.TooComplex, Pages.Extract(html).Verdict);
    }

    [Fact]
    public void Many_elements_side_by_side_are_refused_past_the_limit()
    {
        string html = string.Concat(Enumerable.Repeat("<i>x</i>", 2_000));

        Assert.Equal(
            PageVerdict.TooComplex,
            Pages.Extract(html, options: new ExtractionOptions { MaxElements = 1_000 }).Verdict);
    }

    [Theory]
    [InlineData(511, PageVerdict.Article)]
    [InlineData(512, PageVerdict.TooComplex)]
    public void Elements_nest_at_most_512_deep(int around, PageVerdict expected)
    {
        string html = string.Concat(Enumerable.Repeat("<div>", around))
            + "<p>A sentence that is long enough to be prose, and ends with a stop.";

        Assert.Equal(expected, Pages.Extract(html).Verdict);
    }

    [Theory]
    [InlineData(199_000, PageVerdict.Article)]
    [InlineData(200_001, PageVerdict.TooComplex)]
    public void A_page_has_at_most_200_000_elements(int elements, PageVerdict expected)
    {
        string html = "<p>A sentence that is long enough to be prose, and ends with a stop.</p>"
            + string.Concat(Enumerable.Repeat("<br>", elements));

        Assert.Equal(expected, Pages.Extract(html).Verdict);
    }

    [Theory]
    [InlineData(100, PageVerdict.Article)]
    [InlineData(200, PageVerdict.TooComplex)]
    public void Formatting_that_each_paragraph_opens_again_counts_each_time(int paragraphs, PageVerdict expected)
    {
        string formatting = string.Concat(Enumerable.Range(0, 400).Select(size => $"<font size={size}>"));
        string html = $"<p>{formatting}</p>"
            + string.Concat(Enumerable.Repeat("<p>A sentence that is long enough to be prose, and ends.", paragraphs));

        Assert.Equal(expected, Pages.Extract(html).Verdict);
    }

    [Theory]
    [InlineData(50, PageVerdict.Article)]
    [InlineData(150, PageVerdict.TooComplex)]
    public void Attributes_of_formatting_count_each_time_it_is_opened_again(int attributes, PageVerdict expected)
    {
        string bold = $"<b {string.Join(' ', Enumerable.Range(0, attributes).Select(name => $"a{name}"))}>";
        string html = $"<p>{bold}</p>"
            + string.Concat(Enumerable.Repeat("<p>A sentence that is long enough to be prose, and ends.", 5_000));

        Assert.Equal(expected, Pages.Extract(html).Verdict);
    }

    [Theory]
    [InlineData(1_000, PageVerdict.Article)]
    [InlineData(1_001, PageVerdict.TooComplex)]
    public void An_element_has_at_most_1000_attributes(int attributes, PageVerdict expected)
    {
        string html =
            $"<p {string.Join(' ', Enumerable.Range(0, attributes).Select(name => $"a{name}"))}>A sentence that is "
            + "long enough to be prose, and ends.";

        Assert.Equal(expected, Pages.Extract(html).Verdict);
    }

    [Fact]
    public void Signs_that_open_no_tag_are_refused_past_the_limit() =>
        Assert.Equal(PageVerdict.TooComplex, Pages.Extract(new string('<', 1_000_001)).Verdict);

    [Fact]
    public void Tags_that_look_up_many_open_elements_are_refused_past_the_limit()
    {
        string html = string.Concat(Enumerable.Repeat("<section>", 500))
            + string.Concat(Enumerable.Repeat("</span>", 101_000));

        Assert.Equal(PageVerdict.TooComplex, Pages.Extract(html).Verdict);
    }

    [Theory]
    [InlineData("<head><title>Mill</title></he-ad>")]
    [InlineData("<head></xn--d><script>x")]
    [InlineData("<style>p{")]
    [InlineData("<!--<script type=application/ld+json>{")]
    public void A_broken_head_does_not_throw(string head) =>
        Assert.NotEqual(PageVerdict.TooComplex, Pages.Extract(head).Verdict);

    [Fact]
    public void A_page_past_the_length_limit_is_refused()
    {
        ExtractionResult result = Pages.Extract(
            new string('x', 101), options: new ExtractionOptions { MaxLength = 100 });

        Assert.Equal(PageVerdict.TooComplex, result.Verdict);
    }

    [Fact]
    public void Unclosed_paragraphs_and_items_are_not_depth()
    {
        string html = "<h1>Many</h1>"
            + string.Concat(Enumerable.Repeat("<p>A sentence that is long enough to be prose, and ends.", 2_000));

        Assert.Equal(PageVerdict.Article, Pages.Extract(html).Verdict);
    }

    [Fact]
    public void Drawings_with_self_closing_tags_are_not_depth()
    {
        string html = "<svg>" + string.Concat(Enumerable.Repeat("<path d=\"M0 0\"/>", 2_000))
            + "</svg><h1>Drawn</h1><p>A sentence that is long enough to be prose, and ends.</p>";

        Assert.Equal(PageVerdict.Article, Pages.Extract(html).Verdict);
    }

    [Fact]
    public void A_cancelled_token_stops_the_work()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new HtmlArticleExtractor().Extract(
            new ExtractionRequest { Html = "<p>Text.</p>", Url = new Uri("https://example.org/a") }, source.Token));
    }

    [Fact]
    public void Quotes_are_compared_with_a_bounded_number_of_characters()
    {
        string html = string.Concat(Enumerable.Range(0, 2_000).Select(
            number => $"<blockquote>boat {number} waits behind the lock for the tide</blockquote>"
                + $"<p>On Tuesday, boat {number} waits behind the lock for the tide, and its crew is asleep.</p>"));

        string[] quotes =
        [
            .. Pages.Extract(html).Article?.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Quote)
                .Select(paragraph => paragraph.Text) ?? [],
        ];

        // A quote that repeats the text is dropped as long as the bound allows; what is left stays.
        Assert.DoesNotContain("boat 100 waits behind the lock for the tide", quotes);
        Assert.Contains("boat 1999 waits behind the lock for the tide", quotes);
    }
}
