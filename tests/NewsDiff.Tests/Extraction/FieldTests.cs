using NewsDiff.Dates;
using NewsDiff.Extraction.Fields;
using NewsDiff.Languages;

namespace NewsDiff.Tests.Extraction;

public sealed class FieldTests
{
    [Theory]
    [InlineData("2026-05-03", "2026-05-03")]
    [InlineData("2026-05-03T14:20:05+02:00", "2026-05-03T14:20:05+02:00")]
    [InlineData("2026-05-03T00:30:00.000+0000", "2026-05-03T00:30:00+00:00")]
    [InlineData("20260503T101530Z", "2026-05-03T10:15:30+00:00")]
    [InlineData("Sun, 03 May 2026 10:00:00 -0500", "2026-05-03T10:00:00-05:00")]
    [InlineData("Published May 3rd, 2026 at 4:05 p.m.", "2026-05-03T16:05")]
    [InlineData("14:20, 3 May 2026", "2026-05-03T14:20")]
    [InlineData("3. Mai 2026, 14.30 Uhr", "2026-05-03T14:30")]
    [InlineData("3 de mayo de 2026", "2026-05-03")]
    [InlineData("le 3 août 2026 à 9h05", "2026-08-03T09:05")]
    [InlineData("3 maja 2026", "2026-05-03")]
    [InlineData("11 марта 2026 г., 15:30", "2026-03-11T15:30")]
    [InlineData("2026年5月3日 14:20", "2026-05-03T14:20")]
    [InlineData("2026. 5. 3.", "2026-05-03")]
    [InlineData("3 مايو 2026", "2026-05-03")]
    [InlineData("3 मई 2026", "2026-05-03")]
    [InlineData("12 ธันวาคม 2569", "2026-12-12")]
    [InlineData("3.5.2026", "2026-05-03")]
    [InlineData("3/5/2026", "2026-05-03")]
    public void A_date_is_read_as_it_is_stated(string text, string expected) =>
        Assert.Equal(expected, DateText.Find(text)?.ToString());

    [Theory]
    [InlineData("31 February 2026")]
    [InlineData("flight 2026 to gate 12")]
    [InlineData("3 hours ago")]
    [InlineData("version 1.2.3")]
    public void What_is_no_date_is_not_read_as_one(string text) => Assert.Null(DateText.Find(text));

    [Theory]
    [InlineData("<script type=application/ld+json>")]
    [InlineData("<script type='application/ld&#x2B;json' id=a>")]
    [InlineData("<!-- <script> --><SCRIPT class='x' TYPE=\"Application/LD+JSON\" data-n='>'>")]
    public void Linked_data_is_read_however_its_tag_is_written(string tag) =>
        Assert.Equal("2026-05-03", Pages.Extract(
            tag
                + """{"@type": "NewsArticle", "datePublished": "2026-05-03"}</script><p>The mill by the river was sold on Monday, the council said.</p>""")
                .Article?.PublishedAt?.ToString());

    [Theory]
    [InlineData("Storm \\ud83c", "Storm \ufffd")]
    [InlineData("Storm \\uDF2A\\uD83C shuts", "Storm \ufffd\ufffd shuts")]
    [InlineData("Storm \\ud83c\\udf2a", "Storm \ud83c\udf2a")]
    [InlineData("Storm \\\\ud83c", "Storm \\ud83c")]
    public void Linked_data_that_was_cut_inside_of_an_emoji_is_read(string section, string expected)
    {
        Article? article = Pages.Extract(
            "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"articleSection\": \"" + section
                + "\", \"\\udc00\": 1, \"datePublished\": \"2026-05-03\"}</script>"
                + "<p>The mill by the river was sold on Monday, the council said.</p>").Article;

        Assert.Equal(expected, article?.Section);
        Assert.Equal("2026-05-03", article?.PublishedAt?.ToString());
    }

    [Fact]
    public void Text_that_is_written_raw_is_read() =>
        Assert.Contains("a <b> c", Pages.Extract(
            "<p>The mill by the river was sold on Monday, the council said.</p><pre><xmp>a <b> c</xmp></pre><p>It "
            + "will be repaired in the autumn of next year.</p>")
                .Article!.Paragraphs.Select(paragraph => paragraph.Text));

    [Fact]
    public void American_pages_put_the_month_first() =>
        Assert.Equal("2026-03-05", DateText.Find("3/5/2026", new DateConvention(DateOrder.MonthFirst))?.ToString());

    [Theory]
    [InlineData("By Nora Ashdown and Piet van Dam", "Nora Ashdown|Piet van Dam")]
    [InlineData("von Jana Weiß, Redakteurin", "Jana Weiß")]
    [InlineData("Par Élise Morel et Luc Brun", "Élise Morel|Luc Brun")]
    [InlineData("Ann Lee | 3 May 2026", "Ann Lee")]
    [InlineData("Written by: Sam Poe @sampoe", "Sam Poe")]
    [InlineData("Автор: Олена Гнатюк", "Олена Гнатюк")]
    [InlineData("https://www.facebook.com/someone", "")]
    [InlineData("Staff", "")]
    [InlineData("Von Ann Lee, Foto: Bo Berg", "Ann Lee")]
    [InlineData("Michael L.  Andersen", "Michael L. Andersen")]
    public void A_byline_gives_names_only(string byline, string expected) =>
        Assert.Equal(expected, string.Join('|', PersonNames.Split(byline)));

    [Theory]
    [InlineData("This article was amended on 3 May 2026. The first version gave a wrong year.")]
    [InlineData("Correction: the mayor is called Korn.")]
    [InlineData("Correction, 3 May: the mayor is called Korn.")]
    [InlineData("Korrektur: Die Bürgermeisterin heißt Korn.")]
    [InlineData("In einer früheren Version dieses Artikels hieß es anders.")]
    [InlineData("Une version précédente de cet article donnait une autre date.")]
    [InlineData("Fe de errores: el alcalde se llama Korn.")]
    [InlineData("Erramos: o prefeito chama-se Korn.")]
    [InlineData("Una versione precedente di questo articolo diceva altro.")]
    [InlineData("In een eerdere versie van dit artikel stond een ander jaartal.")]
    [InlineData("Rättelse: Borgmästaren heter Korn.")]
    [InlineData("Oikaisu: Pormestarin nimi on Korn.")]
    [InlineData("Sprostowanie: burmistrz nazywa się Korn.")]
    [InlineData("Исправление: мэра зовут Корн.")]
    [InlineData("Düzeltme: Belediye başkanının adı Korn.")]
    [InlineData("【訂正】市長の名前はコーンです。")]
    [InlineData("更正：市长名叫科恩。")]
    [InlineData("تصحيح: اسم العمدة كورن.")]
    [InlineData("[정정] 시장의 이름은 코른입니다.")]
    public void A_correction_notice_is_recognised(string block) => Assert.True(CorrectionNotices.IsNotice(block));

    [Theory]
    [InlineData("Correction officers said that the cells were empty.")]
    [InlineData("The paper printed a correction: it had mixed up two names.")]
    [InlineData("Corrected for inflation, prices fell by three per cent.")]
    public void A_sentence_about_a_correction_is_no_notice(string block) =>
        Assert.False(CorrectionNotices.IsNotice(block));

    [Theory]
    [InlineData("<title>Mill sold - The Example</title>", "Mill sold")]
    [InlineData("<title>Mill sold - a long story</title>", "Mill sold - a long story")]
    [InlineData(
        "<title>Mill sold by the council - a long story</title><div>Mill sold by the council</div>",
        "Mill sold by the council")]
    [InlineData("<title>Mill - sold by the council</title><div>Mill</div>", "Mill - sold by the council")]
    [InlineData("<title>河边的磨坊卖给了市政府_新闻频道_例子网</title><div>河边的磨坊卖给了市政府</div>", "河边的磨坊卖给了市政府")]
    [InlineData("<title>Mill sold | Example</title><h1>Example</h1><h1>Mill sold</h1>", "Mill sold")]
    [InlineData(
        "<meta property=og:title content='Old mill is sold'><h1>Old mill is sold to the town</h1>",
        "Old mill is sold to the town")]
    public void The_site_is_cut_off_the_title_only_when_it_is_confirmed(string head, string expected)
    {
        string html =
            $"{head}<p>The mill by the river was sold on Monday, the council said.</p><p>It will be repaired in the "
            + "autumn of next year.</p>";

        Assert.Equal(expected, Pages.Extract(html, "https://www.theexample.org/mill").Article?.Title);
    }
}
