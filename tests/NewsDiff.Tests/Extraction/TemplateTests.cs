namespace NewsDiff.Tests.Extraction;

/// <summary>
/// Parts of a template between paragraphs are dropped; parts of an article that it moves are kept.
/// </summary>
public sealed class TemplateTests
{
    private const string First =
        "The mill by the river was sold to the town on Monday evening, the council said in a letter.";
    private const string Second =
        "It will be repaired in the autumn of next year, and opened to all visitors after that.";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat(First, 8));

    [Fact]
    public void A_box_between_elements_that_call_themselves_the_body_is_no_part_of_it() =>
        Assert.Equal([Long, "What comes next", Second], Read($"""
            <div class="article-body"><p>{Long}</p></div>
            <div class="inline"><div class="story"><h3>The long sale</h3><p>Articles in this series tell of the sale of old mills.</p></div></div>
            <h2>What comes next</h2>
            <div class="article-body"><p>{Second}</p></div>
            """));

    [Fact]
    public void A_box_stays_when_the_body_is_not_cut_by_it() =>
        Assert.Equal(
        [
            First, "The mill in figures", "It was built in 1742, and its wheel is nine metres high.", Second,
        ], Read($"""
            <div class="article-body"><p>{First}</p>
            <div class="inline"><h3>The mill in figures</h3><p>It was built in 1742, and its wheel is nine metres high.</p></div>
            <p>{Second}</p></div>
            """));

    [Fact]
    public void The_transcript_of_a_video_is_no_part_of_the_article() =>
        Assert.Equal([First, First + " Again.", Second], Read($"""
            <p>{First}</p><p>{First} Again.</p>
            <div class="x1"><div>0:00/2:24</div><div class="x2"><div><p>transcript</p><h2>The mayor on the sale</h2></div>
            <dl><dd><p>“Thank you very much. We are very proud of what took place today.”</p></dd></dl></div></div>
            <p>{Second}</p>
            """));

    [Fact]
    public void A_transcript_that_is_the_whole_article_stays() =>
        Assert.Contains(Second, Read($"<p>Transcript</p><p>{First}</p><p>{Second}</p>"));

    [Fact]
    public void A_text_that_a_click_shows_is_not_read_and_does_not_separate_a_heading_from_its_text() =>
        Assert.Equal([First, "The price", Second], Read($"""
            <p>{First}</p><h3>The price</h3><div><a href="/reply">1</a><div class="note hide"><p>Does it count that I wait for the next one?</p></div></div><p>{Second}</p>
            """));

    private static string[] Read(string body)
    {
        string html = $"<html lang=en><body><article><h1>Mill sold to the town</h1>{body}</article></body></html>";
        Article article = Pages.Extract(html).Article ?? throw new InvalidOperationException("No article.");
        return [.. article.Paragraphs.Select(paragraph => paragraph.Text)];
    }
}
