using NewsDiff.Extraction.Fields;

namespace NewsDiff.Tests.Extraction;

public sealed class BylineTests
{
    private const string Text =
        "<p>The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.</p>";

    [Theory]
    [InlineData("记者：王芳、陈伟", "王芳|陈伟")]
    [InlineData("本报记者 王芳", "王芳")]
    [InlineData("田中花子記者", "田中花子")]
    [InlineData("김하늘 기자", "김하늘")]
    [InlineData("김하늘 기자 sky@paper.example", "김하늘")]
    [InlineData("문하늘", "문하늘")]
    [InlineData("بقلم: ليلى حداد", "ليلى حداد")]
    [InlineData("מאת: דנה לוי", "דנה לוי")]
    [InlineData("लेखक: मीरा जोशी", "मीरा जोशी")]
    [InlineData("Γράφει ο Νίκος Αλεξίου", "Νίκος Αλεξίου")]
    [InlineData("Της Ελένης Αλεξίου", "Ελένης Αλεξίου")]
    [InlineData("Yazan: Deniz Kaya", "Deniz Kaya")]
    [InlineData("โดย สมชาย ใจดี", "สมชาย ใจดี")]
    [InlineData("Írta: Nagy Ilona", "Nagy Ilona")]
    [InlineData("Oleh Hnatiuk", "Oleh Hnatiuk")]
    [InlineData("Bài: Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("Bài Thị Hoa", "Bài Thị Hoa")]
    [InlineData("Alle Artikel von Jana Weiß", "")]
    [InlineData("Filed under Business", "")]
    [InlineData("Photo：Ann Lee", "")]
    [InlineData("Sat, 20 Dec, 2025 - 06:36", "")]
    [InlineData("Montag, 4. Mai 2026", "")]
    [InlineData("Jane Doe, Sat, 20 Dec, 2025", "Jane Doe")]
    [InlineData("Jane May 2026", "Jane")]
    [InlineData("Jane Monday", "Jane Monday")]
    [InlineData("文・田中花子", "田中花子")]
    [InlineData("（田中花子）", "田中花子")]
    [InlineData("新华社记者王芳", "王芳")]
    [InlineData("Հեղինակ՝ Արմեն Պետրոսյան", "Արմեն Պետրոսյան")]
    [InlineData("Ein Bericht von Jana Weiß", "Jana Weiß")]
    [InlineData("Jean Dupont avec AFP", "Jean Dupont")]
    [InlineData("Oleh: Budi Santoso", "Budi Santoso")]
    [InlineData("Penulis: Budi Santoso Editor: Siti Aminah", "Budi Santoso")]
    [InlineData("Texto: Ana Ruiz Fotos: Lena Moe", "Ana Ruiz")]
    [InlineData("Von Jana Weiß, Berlin", "Jana Weiß")]
    [InlineData("Иван Петров, Москва", "Иван Петров")]
    [InlineData("Jana Weiß, Ole Berg", "Jana Weiß|Ole Berg")]
    [InlineData("Jana Weiß, Ole Berg, Björk", "Jana Weiß|Ole Berg|Björk")]
    [InlineData("Last Updated: January", "")]
    [InlineData("Björk, Jana Weiß", "Björk|Jana Weiß")]
    [InlineData("Jane &amp; Ola Berg", "Jane|Ola Berg")]
    [InlineData("Jane Doe & Ola Berg", "Jane Doe|Ola Berg")]
    public void A_byline_in_any_script_gives_names_only(string byline, string expected) =>
        Assert.Equal(expected, string.Join('|', PersonNames.Split(byline)));

    [Theory]
    [InlineData("Posted on 3 May 2026 by Jane Doe", "by Jane Doe")]
    [InlineData("Posted by Jane Doe on 3 May 2026", "Posted by Jane Doe on 3 May 2026")]
    [InlineData("来源：潮新闻 作者：王芳", "作者：王芳")]
    [InlineData("Photo: Ann Lee", "Photo: Ann Lee")]
    public void A_byline_may_stand_behind_a_date_or_another_statement(string line, string expected) =>
        Assert.Equal(expected, BylineWords.AfterDate(line));

    [Theory]
    [InlineData("Jane Doe, Senior Reporter, The Tide", "Jane Doe")]
    [InlineData("Jane Doe, Ola Berg", "Jane Doe|Ola Berg")]
    [InlineData("Jane Doe, Reporter, and Ola Berg, Editor", "Jane Doe|Ola Berg")]
    [InlineData("Jane Doe, Dietitian", "Jane Doe")]
    [InlineData("Jane Doe, Head of Gardens", "Jane Doe")]
    [InlineData("This article was written by Jane Doe, Lecturer", "Jane Doe")]
    [InlineData("Jane Head, Ola Gardner", "Jane Head|Ola Gardner")]
    [InlineData("Jane Doe, Head of Gardens and Open Parks", "Jane Doe")]
    [InlineData("Jane Doe, Head of Gardens, and Ola Berg", "Jane Doe|Ola Berg")]
    [InlineData("Jana Weiß, Redakteurin, Garten und Park, Die Flut", "Jana Weiß")]
    [InlineData("Jana Weiß, Redakteurin, Die Flut und Ola Berg, Reporterin", "Jana Weiß|Ola Berg")]
    [InlineData("Jane Doe, Reporter and Ola Berg", "Jane Doe|Ola Berg")]
    public void Behind_an_occupation_stands_the_employer(string byline, string expected) =>
        Assert.Equal(expected, string.Join('|', PersonNames.Split(byline)));

    [Theory]
    [InlineData("Jane Doe, MD", "Jane Doe, MD")]
    [InlineData("Jane Doe, Ph.D., FRCS and Ola Berg, MSc", "Jane Doe, Ph.D., FRCS|Ola Berg, MSc")]
    [InlineData("Jane Doe, MS, XYZ", "Jane Doe, MS, XYZ")]
    [InlineData("Jane Doe, XYZ", "Jane Doe")]
    [InlineData("Jane Doe, MD, Reporter", "Jane Doe, MD")]
    [InlineData("MD", "")]
    [InlineData("XYZ", "")]
    [InlineData("KlausXY", "KlausXY")]
    public void Degrees_stay_with_the_name_that_they_follow(string byline, string expected) =>
        Assert.Equal(expected, string.Join('|', PersonNames.Split(byline)));

    [Theory]
    [InlineData("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jane Doe'>", "Jane Doe")]
    [InlineData("<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Jane Doe'>", "Jane Doe")]
    [InlineData("<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Four Minutes'>", "")]
    public void A_card_names_the_author_only_under_the_label_of_one(string head, string expected) =>
        Assert.Equal(expected, AuthorsOf(head, ""));

    [Theory]
    [InlineData("<span class=author>Jane Doe</span><a rel=author href=/author/jane>The Tide</a>", "Jane Doe")]
    [InlineData("<div class=byline><a href=/author/topics/money>Money</a><p>by Jane Doe</p></div>", "Jane Doe")]
    [InlineData("<div class=byline><a href=/author/madonna>Madonna</a></div>", "Madonna")]
    [InlineData("<p><a rel=author href=/jane>Jane Doe</a></p><p><a rel=author href=/ola>Ola Berg</a></p>", "Jane Doe|Ola Berg")]
    public void What_stands_in_the_byline_is_told_from_topics_and_the_site(string byline, string expected) =>
        Assert.Equal(expected, AuthorsOf("<meta property='og:site_name' content='The Tide'>", byline));

    [Theory]
    [InlineData("The Tide", "Jane Doe")]
    [InlineData("The Tide News", "Jane Doe")]
    public void A_guest_comes_before_the_site_that_is_stated_as_the_author(string stated, string expected) =>
        Assert.Equal(expected, AuthorsOf(
            $"<meta property='og:site_name' content='The Tide'><meta name=author content='{stated}'>",
            "<p class=byline>by Jane Doe</p>"));

    [Fact]
    public void The_site_is_the_author_when_nobody_else_is() =>
        Assert.Equal("The Tide", AuthorsOf(
            "<meta property='og:site_name' content='The Tide'><meta name=author content='The Tide'>", ""));

    [Theory]
    [InlineData("Ola Berg", "<p>By Jane Doe</p>", "Jane Doe")]
    [InlineData("Jane Doe", "<p>By Jane Doe and Ola Berg</p>", "Jane Doe|Ola Berg")]
    [InlineData("Jane A. Doe", "<p>By Jane A. Doe, Reporter</p>", "Jane A. Doe")]
    [InlineData("Jane Doe, Ola Berg", "<p>By Jane Doe</p>", "Jane Doe|Ola Berg")]
    [InlineData("Jane Doe", "<p>By Madonna</p>", "Jane Doe")]
    [InlineData("Jane Doe", "<p>Reviewed by Ola Berg</p>", "Jane Doe")]
    [InlineData("Jane Doe", "<p>Ola Berg</p>", "Jane Doe")]
    public void The_byline_below_the_headline_completes_the_stated_author(
        string stated,
        string byline,
        string expected) =>
        Assert.Equal(expected, AuthorsOf($"<meta name=author content='{stated}'>", byline));

    [Fact]
    public void A_byline_above_the_headline_is_of_another_story() => Assert.Equal(
        "Jane Doe",
        string.Join('|', Pages.Extract(
            "<html lang=en><head><meta name=author content='Jane Doe'></head><p>By Ola Berg</p>"
            + $"<article><h1>Pier opens again</h1>{Text}{Text}</article>").Article!.Authors));

    [Theory]
    [InlineData("Tide24 Newsroom", "Tide24 Newsroom")]
    [InlineData("24 Tide", "24 Tide")]
    [InlineData("The Harbour Experts", "The Harbour Experts")]
    [InlineData("unknown", "")]
    [InlineData("desk@tide.example", "")]
    [InlineData("105092", "")]
    public void An_author_who_is_no_person_is_told_as_written_when_nobody_else_is(string stated, string expected) =>
        Assert.Equal(expected, AuthorsOf($"<meta name=author content='{stated}'>", ""));

    [Fact]
    public void A_shown_name_comes_before_a_stated_user_with_figures() => Assert.Equal(
        "Jane Doe", AuthorsOf("<meta name=author content='JD7567'>", "<p class=byline>by Jane Doe</p>"));

    [Theory]
    [InlineData("<p>Written by</p><p>Jane Doe</p>", "Jane Doe")]
    [InlineData("<div><span>By</span></div><div>Jane Doe</div>", "Jane Doe")]
    [InlineData("<p>Written by</p><p>The pier was closed</p>", "")]
    public void The_word_before_a_name_may_stand_on_a_line_of_its_own(string lines, string expected) =>
        Assert.Equal(expected, AuthorsOf("", lines));

    [Theory]
    [InlineData("Reviewed by")]
    [InlineData("<span>Edited by</span>")]
    [InlineData("<b>Fact checked by:</b>")]
    public void Who_reviewed_or_edited_a_text_is_no_author(string words) => Assert.Equal(
        "Jane Doe",
        AuthorsOf(
            "",
            "<p>By <a rel=author href=/jane>Jane Doe</a></p>"
                + $"<p>{words} <a rel=author href=/ola>Ola Berg</a></p>"));

    [Fact]
    public void A_name_in_the_middle_of_a_stated_one_stays_in_brackets() =>
        Assert.Equal("Jane (Ann) Doe", AuthorsOf("<meta name=author content='Jane (Ann) Doe'>", ""));

    [Theory]
    [InlineData("<div>Written by Jane Doe</div>", "Jane Doe")]
    [InlineData("<h3>Article by</h3><div>Jane Doe</div>", "Jane Doe")]
    [InlineData("<h3>Author</h3><p>Jane Doe</p>", "Jane Doe")]
    [InlineData("<h3>Author</h3><p>Read more of our stories</p>", "")]
    [InlineData("<p>Author</p><p>Jane Doe</p>", "")]
    [InlineData("<div>Written by our readers</div>", "")]
    [InlineData("<div>Written by Jane</div>", "")]
    [InlineData("<div>By Jane Doe</div>", "")]
    [InlineData("<div>Posted by Jane Doe</div>", "")]
    [InlineData("<div>Edited by Jane Doe</div>", "")]
    [InlineData("<div class=comments>Written by Jane Doe</div>", "")]
    public void Who_wrote_a_text_may_be_told_below_it(string below, string expected) => Assert.Equal(
        expected,
        string.Join('|', Pages.Extract(
            $"<html lang=en><main><article><h1>Pier opens again</h1>{Numbered}</article>{below}</main>")
                .Article!.Authors));

    [Theory]
    [InlineData("<h3>Written by Jane Doe</h3><p>She grows roses beside the harbour.</p>", "Jane Doe")]
    [InlineData("<h3>By Jane Doe</h3><p>She grows roses beside the harbour.</p>", "")]
    public void Who_wrote_a_text_may_be_told_in_its_last_lines(string end, string expected) => Assert.Equal(
        expected,
        string.Join(
            '|',
            Pages.Extract($"<article><h1>Pier opens again</h1>{Numbered}{end}</article>").Article!.Authors));

    private static string Numbered => string.Concat(Enumerable.Range(1, 4).Select(
        number => Text.Replace("</p>", $" Ferry {number} runs.</p>", StringComparison.Ordinal)));

    private static string AuthorsOf(string head, string byline) => string.Join('|', Pages.Extract(
        $"<html lang=en><head>{head}</head><article><h1>Pier opens again</h1>{byline}{Text}{Text}</article>")
            .Article!.Authors);
}
