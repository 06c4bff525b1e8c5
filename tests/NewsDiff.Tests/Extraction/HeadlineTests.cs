namespace NewsDiff.Tests.Extraction;

/// <summary>A title is the headline that readers see, not what the page's head still says.</summary>
public sealed class HeadlineTests
{
    private const string Old = "Council sells the old mill to a friend";
    private const string New = "Mayor stops sale after three days of protest";

    private const string Text =
        "<p>The mill by the river was sold to the town on Monday evening, the council said in a letter to all.</p>"
            + "<p>It will be repaired in the autumn of next year, and opened to all visitors after that, the letter "
            + "says.</p>"
            + "<p>The price of the mill was not told, but a member of the council called it fair for both of the "
            + "sides.</p>";

    [Theory]
    [InlineData($"<main><article><h1>{New}</h1>{Text}</article></main>")]
    [InlineData($"<div class=page><h1>{New}</h1><div class=text>{Text}</div></div>")]
    [InlineData($"<article><header><span>Local</span><h1>{New}</h1><p>By Ann Lee</p></header>{Text}</article>")]
    [InlineData($"<article><h1><a href=/a>{New}</a></h1>{Text}</article>")]
    [InlineData($"<article><h1><a href=/a/>{New}</a></h1>{Text}</article>")]
    [InlineData($"<h1><a href=/>Notes from the marsh</a></h1><article><h1>{New}</h1>{Text}</article>")]
    [InlineData($"<div hidden><h1>Error</h1></div><article><h1>{New}</h1>{Text}</article>")]
    [InlineData($"<h1 class=visually-hidden>{Old}</h1><article><h1>{New}</h1>{Text}</article>")]
    [InlineData(
        $"<article><h1>{New}</h1>{Text}</article><section class=related><h1>More</h1><p><a "
        + $"href=/b>{Old}</a></p></section>")]
    [InlineData(
        $"<nav class=breadcrumb><span>{Old}</span></nav><article><h1>{New}</h1><div "
        + $"class=share>{Old}</div>{Text}</article>")]
    [InlineData($"<div class=\"entry share\"><h1>{New}</h1>{Text}</div>")]
    public void The_headline_above_the_article_is_the_title(string body)
    {
        foreach (string head in (ReadOnlySpan<string>)[
            "", $"<meta property=og:title content=\"{Old}\">", "<meta property=og:site_name content=\"The Marsh\">",
        ])
        {
            Assert.Equal(New, Title($"<title>{Old} | The Marsh</title>{head}", body));
        }
    }

    [Theory]
    [InlineData($"<article><h1>Local</h1><h2>{Old}</h2>{Text}</article>")]
    [InlineData($"<article><h1>Letters from the quay</h1><h2>{Old}</h2>{Text}</article>")]
    [InlineData($"<h1>The Marsh</h1><article><h2>{Old}</h2>{Text}</article>")]
    [InlineData($"<h1><a href=/>Notes from the marsh</a></h1><article>{Text}</article>")]
    [InlineData($"<div><h1>Error</h1></div><article><h2>{Old}</h2>{Text}</article>")]
    [InlineData($"<div><h1>Something went wrong while we loaded this</h1></div><article>{Text}</article>")]
    [InlineData($"<article><p>{Old}</p>{Text}</article><h1>More from the towns along the river</h1>")]
    public void A_name_a_kicker_and_an_error_are_no_title(string body) =>
        Assert.Equal(Old, Title($"<title>{Old} – The Marsh</title><meta property=og:title content=\"{Old}\">", body));

    [Fact]
    public void A_section_that_the_page_names_is_no_title() =>
        Assert.Equal(Old, Title(
            $"<title>{Old}</title><meta property=article:section content=\"Life along the river\">",
            $"<article><h1>Life along the river</h1>{Text}</article>"));

    [Fact]
    public void With_two_headlines_the_title_stays() =>
        Assert.Equal(
            Old,
            Title(
                $"<title>{Old}</title>",
                $"<article><h1>{New}</h1><h1>Three cats are left behind in the loft</h1>{Text}</article>"));

    private static string? Title(string head, string body) =>
        Pages.Extract($"<html lang=en><head>{head}</head><body>{body}</body></html>").Article?.Title;
}
