using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>Parts that a server sends after the page, with gaps for them: the ids are those of React.</summary>
public sealed class StreamedPartTests
{
    private const string First = "The pier was closed after the storm of last winter, and nobody may use it.";
    private const string Last = "The harbour master thanked all those who had helped to mend the pier so soon.";
    private const string Second = "The mayor said on Tuesday that the second pier would open again in June, too.";

    [Fact]
    public void Parts_are_read_at_the_places_of_their_gaps() => Assert.Equal(
        [First, Second, Last],
        TextsOf(
            $"<p>{First}</p><template id='B:0'></template><p>{Last}</p>",
            $"<div hidden id=\"S:0\"><p>{Second}</p></div>"));

    [Fact]
    public void Parts_may_have_gaps_for_other_parts() => Assert.Equal(
        [First, Second, Last],
        TextsOf(
            $"<p>{First}</p><!--$?--><template id='B:a'></template><!--/$--><p>{Last}</p>",
            "<div hidden id=\"S:a\"><div><template id='P:b'></template></div></div>"
                + $"<div hidden id=\"S:b\"><p>{Second}</p></div>"));

    [Fact]
    public void Text_for_the_time_of_waiting_goes_when_the_part_comes() => Assert.Equal(
        [First, Second, Last],
        TextsOf(
            $"<p>{First}</p><!--$?--><template id=\"B:0\"></template><p>The next part is loading, please wait.</p>"
                + $"<!--/$--><p>{Last}</p>",
            $"<div hidden id=\"S:0\"><p>{Second}</p></div>"));

    [Fact]
    public void Such_text_is_known_by_its_length_where_comments_were_removed() => Assert.Equal(
        [First, Second, Last],
        TextsOf(
            $"<p>{First}</p><template id=\"B:0\"></template><p>Loading the paragraph ...</p><p>{Last}</p>",
            $"<div hidden id=\"S:0\"><p>{Second}</p></div>"));

    [Fact]
    public void Text_after_a_gap_without_such_text_stays() => Assert.Equal(
        [First, Second, "The pier was closed in May, after the storm.", Last],
        TextsOf(
            $"<p>{First}</p><!--$?--><template id=\"B:0\"></template><!--/$-->"
                + $"<p>The pier was closed in May, after the storm.</p><p>{Last}</p>",
            $"<div hidden id=\"S:0\"><p>{Second}</p></div>"));

    [Theory]
    [InlineData("hidden id=\"S:1\"")]
    [InlineData("hidden id=\"part\"")]
    [InlineData("hidden")]
    public void Hidden_text_without_a_gap_stays_hidden(string attributes) => Assert.Equal(
        [First, Last],
        TextsOf(
            $"<p>{First}</p><template id='B:0'></template><p>{Last}</p>",
            $"<div {attributes}><p>{Second}</p></div>"));

    [Fact]
    public void A_gap_within_its_own_part_is_no_place_for_it() => Assert.Equal(
        [First, Last],
        TextsOf(
            $"<p>{First}</p><p>{Last}</p>",
            $"<div hidden id=\"S:0\"><p>{Second}</p><div><template id='B:0'></template></div></div>"));

    private static string[] TextsOf(string article, string end)
    {
        ExtractionResult result = Pages.Extract(
            $"<html><body><article><h1>Pier opens again</h1>{article}</article>{end}</body></html>");
        return [.. result.Article!.Paragraphs.Select(paragraph => paragraph.Text)];
    }
}
