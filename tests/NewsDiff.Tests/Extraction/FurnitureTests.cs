namespace NewsDiff.Tests.Extraction;

/// <summary>What stands in an article's element and is no text of it, and what looks like that and is.</summary>
public sealed class FurnitureTests
{
    private const string First =
        "The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.";

    private const string Second =
        "Divers will look at the piles in the autumn, when the water is clear and the ferries run less often.";

    private const string Third =
        "The council has set aside money for the work, but has not yet said who is going to do it, or when.";

    [Theory]
    [InlineData(
        "<div><h3>Our letter</h3><p>The best of the harbour, each Friday.</p><form><input "
            + "type=email><button>Go</button></form></div>", false)]
    [InlineData(
        "<div><h3>Our letter</h3><p>The best of the harbour, each Friday.</p><form><input "
            + "type=hidden></form></div>", true)]
    [InlineData("<div><p>Was this of use to you?</p><button>Yes</button><button>No</button></div>", false)]
    [InlineData("<div><p>Was this of use to you?</p><button>Play</button></div>", true)]
    public void A_small_box_with_a_mail_field_or_several_buttons_is_no_text(string box, bool isText) =>
        Assert.Equal(isText, TextOf($"<p>{First}</p><p>{Second}</p>{box}<p>{Third}</p>").Length > 3);

    [Fact]
    public void A_paragraph_beside_a_mail_field_is_text() =>
        Assert.Equal([First, Second, Third, First + Second + Third + First], TextOf(
            $"<div><p>{First}</p><p>{Second}</p><p>{Third}</p><p>{First}{Second}{Third}{First}</p>"
                + "<input type=email></div>"));

    [Theory]
    [InlineData("<a href=#piles>#</a>", "The piles")]
    [InlineData("<a href=#piles title=Permalink>¶</a>", "The piles")]
    [InlineData("<a href=#piles>1</a>", "The piles1")]
    [InlineData("<a href=/piles>#</a>", "The piles#")]
    [InlineData("<span class=mw-editsection>[<a href=/e>edit</a>]</span>", "The piles")]
    [InlineData("<i class=material-icons aria-hidden=true>anchor</i>", "The piles")]
    [InlineData("<i>anchor</i>", "The pilesanchor")]
    public void A_sign_behind_a_heading_is_left_out(string sign, string heading) =>
        Assert.Equal([First, heading, Second, Third], TextOf(
            $"<p>{First}</p><h2 id=piles>The piles{sign}</h2><p>{Second}</p><p>{Third}</p>"));

    [Theory]
    [InlineData("https://twitter.com/intent/tweet?text=x", false)]
    [InlineData("https://www.facebook.com/sharer/sharer.php?u=x", false)]
    [InlineData("mailto:?subject=x", false)]
    [InlineData("https://twitter.com/harbour/status/1", true)]
    public void A_link_for_sharing_is_left_out_of_a_line(string address, bool isText) =>
        Assert.Equal(isText, string.Join(' ', TextOf(
            $"<p>{First} <a href=\"{address}\">Pass it on</a></p><p>{Second}</p><p>{Third}</p>"))
                .Contains("Pass it on", StringComparison.Ordinal));

    [Theory]
    [InlineData("<p>© 2026 Tide Press. All rights reserved.</p>", false)]
    [InlineData("<p>Copyright 2026 Tide Press</p>", false)]
    [InlineData("<p>© 2026 Harbour Wire. All rights reserved.</p>", true)]
    [InlineData("<p>Copyright law is older than the pier.</p>", true)]
    [InlineData("<p>#harbour #pier</p>", false)]
    [InlineData("<p>#harbour is what sailors write.</p>", true)]
    [InlineData(
        "<p>See us at <a href=https://www.facebook.com/tide>F</a> and <a "
            + "href=https://x.com/tide>X</a>.</p>", false)]
    [InlineData("<p>It is on <a href=https://x.com/tide/status/12>X</a> and <a href=/log>in the log</a>.</p>", true)]
    public void Small_print_at_the_end_is_no_text(string line, bool isText) =>
        Assert.Equal(isText ? 4 : 3, TextOf(
            $"<meta property=og:site_name content='Tide Press'><p>{First}</p><p>{Second}</p><p>"
                + $"{Third}</p>{line}").Length);

    [Theory]
    [InlineData("<p><time datetime=2026-05-03T10:00>10:00</time></p>", false)]
    [InlineData("<p><strong><time>10:00</time></strong></p>", false)]
    [InlineData("<p><time>10:00</time> The ferry leaves.</p>", true)]
    public void A_line_of_nothing_but_a_time_is_no_text(string line, bool isText) =>
        Assert.Equal(isText ? 4 : 3, TextOf($"<p>{First}</p>{line}<p>{Second}</p><p>{Third}</p>").Length);

    [Theory]
    [InlineData("The word <button>bollard</button> means a post.", "The word bollard means a post.")]
    [InlineData("The word means a post. <button>Copy</button>", "The word means a post.")]
    [InlineData("A post. <button>Copy</button> Ships lie there.", "A post.|Ships lie there.")]
    public void A_button_within_a_sentence_is_text(string line, string expected) =>
        Assert.Contains(expected, string.Join('|', TextOf(
            $"<p>{First}</p><p>{line}</p><p>{Second}</p><p>{Third}</p>")));

    [Theory]
    [InlineData("class=tooltip role=tooltip", false)]
    [InlineData("class=note", true)]
    [InlineData("class=note role=tooltip", true)]
    public void An_explanation_that_a_pointer_shows_is_left_out(string attributes, bool isText) =>
        Assert.Equal(isText, TextOf(
            $"<p>{First}</p><p>{Second} The RNLI<span {attributes}>, a charity,</span> helps.</p><p>{Third}</p>")
            [1].Contains("charity", StringComparison.Ordinal));

    [Theory]
    [InlineData("hidden=until-found", true)]
    [InlineData("hidden", false)]
    public void What_a_search_reveals_is_text(string attribute, bool isText) =>
        Assert.Equal(isText ? 3 : 2, TextOf(
            $"<p>{First}</p><p>{Second}</p><div {attribute}><p>{Third}</p></div>").Length);

    [Theory]
    [InlineData("shadowrootmode=open", 3)]
    [InlineData("id=card", 2)]
    public void A_shadow_tree_that_the_page_declares_is_text(string attribute, int paragraphs) =>
        Assert.Equal(paragraphs, TextOf(
            $"<p>{First}</p><p>{Second}</p><tide-story><template {attribute}><p>{Third}</p>"
                + "</template></tide-story>").Length);

    [Theory]
    [InlineData(
        "The harbour master said so in a letter, which we printed on Monday with a drawing of the old crane "
            + "and the ferry.", true)]
    [InlineData(
        "The harbour master said so in a letter, which we printed on Monday with a drawing of the old crane "
            + "and the ferry", false)]
    [InlineData("Read the letter of the master.", false)]
    public void A_paragraph_that_is_a_link_is_text_if_it_is_a_whole_sentence(string line, bool isText) =>
        Assert.Equal(isText, TextOf(
            $"<p>{First}</p><p><a href=/letter><b>{line}</b></a></p><p>{Second}</p><p>{Third}</p>").Contains(line));

    [Fact]
    public void A_heading_of_the_first_rank_between_paragraphs_is_one_of_a_section() =>
        Assert.Equal([First, "The piles", Second, "The money", Third], TextOf(
            $"<article><h1>The pier is shut</h1><p>{First}</p><h1>The piles</h1><p>{Second}</p><h1>"
                + $"The money</h1><p>{Third}</p></article>"));

    [Theory]
    [InlineData("<tr><th>Ship<th>Tons</tr>", true)]
    [InlineData("<tr><td>Ship<td>Tons</tr>", false)]
    public void Names_that_are_links_are_data_below_the_head_of_a_table(string head, bool isText) =>
        Assert.Equal(isText, TextOf(
            $"<p>{First}</p><table>{head}<tr><td><a href=/1>Marianne</a><td>40</tr><tr><td><a "
                + $"href=/2>Nordlyset</a><td>25</tr></table><p>{Second}</p><p>{Third}</p>")
            .Any(line => line.StartsWith("Marianne", StringComparison.Ordinal)));

    [Fact]
    public void A_closed_series_of_cards_below_the_text_leads_elsewhere() =>
        Assert.Equal([First + Second, Second, Third], TextOf(
            $"<p>{First}{Second}</p><p>{Second}</p><p>{Third}</p><div>{Card(1)}{Card(2)}{Card(3)}</div>"));

    [Theory]
    [InlineData("#a")]
    [InlineData("javascript:void(0)")]
    public void The_answers_of_an_accordion_are_text(string address) =>
        Assert.Equal(6, TextOf(
            $"<p>{First}{Second}</p><p>{Second}</p><p>{Third}</p><div>"
                + $"{Card(1, address)}{Card(2, address)}{Card(3, address)}</div>")
            .Count(line => line.Contains('.', StringComparison.Ordinal)));

    private static string Card(int number, string? address = null) =>
        $"<div><a href='{address ?? $"/{number}"}'><h3>Ship number {number} is late</h3></a>"
        + $"<p>Ship number {number} came late to the harbour, and left it late again on the same day.</p></div>";

    private static string[] TextOf(string html) =>
        [.. Pages.Extract(html, "https://example.org/pier").Article?.Paragraphs.Select(line => line.Text) ?? []];
}
