namespace NewsDiff.Tests.Extraction;

/// <summary>A missing end tag must not hide text that readers see.</summary>
public sealed class UnclosedElementTests
{
    private const string First =
        "The mill by the river was sold to the town on Monday evening, the council said in a letter to all.";
    private const string Second =
        "It will be repaired in the autumn of next year, and opened to all visitors after that.";

    [Theory]
    [InlineData("<noscript>")]
    [InlineData("<noscript><img src=pixel>")]
    [InlineData("<noscript><div><img src=pixel></noscript>")]
    [InlineData("<noscript><iframe src=pixel></noscript>")]
    [InlineData("<noscript><style>p { display: none }</noscript>")]
    [InlineData("<noscript><p>Please enable scripts.</noscript>")]
    [InlineData("</noscript>")]
    [InlineData("<button>Share")]
    [InlineData("<object data=film>")]
    [InlineData("<map name=town><area href=mill>")]
    [InlineData("<option>Mill")]
    [InlineData("<datalist id=towns>")]
    [InlineData("<ruby>磨<rt>mill")]
    [InlineData("<svg><path d=M0>")]
    [InlineData("<figure><img src=mill>")]
    public void What_follows_is_read(string opened)
    {
        Assert.Equal(
            [First, Second],
            Read($"<main><article><h1>Mill sold</h1>{opened}<p>{First}</p><p>{Second}</p></article></main>"));
        Assert.Equal(
            [First, Second],
            Read($"{opened}<main><article><h1>Mill sold</h1><p>{First}</p><p>{Second}</p></article></main>"));
    }

    [Theory]
    [InlineData("<noscript><p>Please enable scripts to see this page as it was meant to be seen.</p></noscript>")]
    [InlineData("<button><p>Share this article with all who may want to read it.</p></button>")]
    [InlineData("<object data=film><p>Your browser cannot show this film, which is a pity.</p></object>")]
    public void An_element_that_is_closed_stays_unread(string closed) =>
        Assert.Equal(
            [First, Second],
            Read($"<main><article><h1>Mill sold</h1><p>{First}</p>{closed}<p>{Second}</p></article></main>"));

    [Fact]
    public void Paragraphs_for_readers_without_scripts_are_read() =>
        Assert.Equal(
            [First, Second, First + " Again."],
            Read(
                $"<main><article><h1>Mill sold</h1><p>{First}</p><div data-lazy></div><noscript><p>{Second}</p><p>{First} Again.</p></noscript></article></main>"));

    private static IEnumerable<string> Read(string body) =>
        Pages.Extract(
            $"<html lang=en><head><title>Mill sold</title></head><body>{body}</body></html>").Article?.Paragraphs
            .Select(paragraph => paragraph.Text) ?? [];
}
