using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Tests.Text;

public sealed class CharsetMatrixTests
{
    private static readonly string[] Labels =
    [
        "utf-8", "us-ascii", "iso-8859-1", "windows-1250", "windows-1251", "windows-1253", "windows-1254",
        "windows-1255",
        "windows-1256", "windows-1257", "iso-8859-2", "iso-8859-5", "iso-8859-7", "koi8-r", "koi8-u", "shift_jis",
        "euc-jp",
        "iso-2022-jp", "gb2312", "gb18030", "big5", "euc-kr", "utf-16le",
    ];

    /// <summary>Each language with each of its encodings.</summary>
    public static TheoryData<string, string> Encodings { get; } = new(
        from text in CharsetTexts.ByLanguage
        from encoding in text.Value.Encodings.Split(' ').Concat(["utf-8", "utf-16le", "utf-16be"])
        select (text.Key, encoding));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_right_label_is_believed_for_long_and_short_texts(string language, string encoding)
    {
        Encoding written = CharsetLabels.Find(encoding)!.Encoding;
        foreach (string page in (string[])[Long(language), Short(language, 60), FewLetters(language)])
        {
            byte[] content = written.GetBytes(page);

            Assert.Equal(page, CharsetSniffer.DecodeHtml(content, $"text/html; charset={encoding}").Text);
            Assert.Equal(page, CharsetSniffer.DecodeXml(content, $"text/xml; charset={encoding}").Text);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_right_label_in_the_page_is_believed_beside_no_other(string language, string encoding)
    {
        Encoding written = CharsetLabels.Find(encoding)!.Encoding;
        foreach (string text in (string[])[Long(language), Short(language, 60), FewLetters(language)])
        {
            string page = $"<meta charset={encoding}>{text}";

            Assert.Equal(page, CharsetSniffer.DecodeHtml(written.GetBytes(page), "text/html").Text);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_long_text_is_read_as_it_was_written_under_any_label(string language, string encoding)
    {
        string page = Long(language);
        byte[] content = CharsetLabels.Find(encoding)!.Encoding.GetBytes(page);

        Assert.Equal([], Labels.Where(label => IsMisread(content, page, label)));
    }

    [Theory]
    [InlineData("Russian")]
    [InlineData("Bulgarian")]
    [InlineData("Greek")]
    [InlineData("Arabic")]
    [InlineData("Japanese")]
    [InlineData("Korean")]
    public void A_short_text_in_a_script_of_its_own_is_read_under_a_western_label(string language)
    {
        string page = Short(language, 60);
        foreach (string encoding in CharsetTexts.ByLanguage[language].Encodings.Split(' '))
        {
            byte[] content = CharsetLabels.Find(encoding)!.Encoding.GetBytes(page);

            Assert.Equal(page, CharsetSniffer.DecodeHtml(content, "text/html; charset=iso-8859-1").Text);
        }
    }

    [Theory]
    [InlineData(
        "gbk",
        "<p>The mill’s owner said: “It was sold.” The town’s council agreed — “at last” — and the mill’s wheel "
        + "turns.</p>")]
    [InlineData(
        "euc-kr",
        "<p>The mill’s owner said: “It was sold.” The town’s council agreed: “at last”, and the mill’s wheel "
        + "turns.</p>")]
    [InlineData(
        "windows-1252", "<p>Price £ 120, £ 35, £ 8, £ 99, £ 12, £ 40, £ 7, £ 350, £ 60, £ 75, £ 90 or £ 15</p>")]
    [InlineData("windows-1251", "<p>МОСТ ЧЕРЕЗ РЕКУ ОТКРЫТ ПОСЛЕ РЕМОНТА, ДВИЖЕНИЕ ВОССТАНОВЛЕНО ВЧЕРА ВЕЧЕРОМ</p>")]
    [InlineData("koi8-r", "<p>МОСТ ЧЕРЕЗ РЕКУ ОТКРЫТ ПОСЛЕ РЕМОНТА, ДВИЖЕНИЕ ВОССТАНОВЛЕНО ВЧЕРА ВЕЧЕРОМ</p>")]
    [InlineData(
        "iso-8859-3",
        "<p>Il-kunsill approva l-baġit il-ġdid ħames sigħat wara ż-żjara; ħafna ħaddiema marru għal żmien qasir "
        + "ħdejn il-ġnien.</p>")]
    public void An_unusual_text_is_read_by_its_label(string label, string page)
    {
        byte[] content = CharsetLabels.Find(label)!.Encoding.GetBytes(page);

        DecodedText read = CharsetSniffer.DecodeHtml(content, $"text/html; charset={label}");

        Assert.Equal((page, CharsetSource.Header), (read.Text, read.Source));
    }

    [Fact]
    public void A_wrong_header_gives_way_to_the_page_that_is_right()
    {
        string page = "<meta charset=windows-1251>" + Long("Russian");
        byte[] content = CharsetLabels.Find("windows-1251")!.Encoding.GetBytes(page);

        DecodedText read = CharsetSniffer.DecodeHtml(content, "text/html; charset=koi8-r");

        Assert.Equal((page, CharsetSource.Declaration), (read.Text, read.Source));
    }

    [Theory]
    [InlineData("<p>a\0b</p>")]
    [InlineData("<p>\0\0\0 caf\u00e9 \0</p>")]
    public void Zeros_in_a_text_do_not_make_it_UTF_16(string page) =>
        Assert.Equal(
            page, CharsetSniffer.DecodeHtml(Encoding.Latin1.GetBytes(page), "text/html; charset=windows-1252").Text);

    private static bool IsMisread(byte[] content, string page, string label) =>
        CharsetSniffer.DecodeHtml(content, $"text/html; charset={label}").Text != page
        || CharsetSniffer.DecodeXml(content, $"text/xml; charset={label}").Text != page;

    private static string Long(string language) =>
        string.Concat(Enumerable.Repeat($"<p>{CharsetTexts.ByLanguage[language].Text}</p>\n", 4));

    private static string Short(string language, int length) =>
        $"<html><head><title>Untitled document</title></head><body><p>{CharsetTexts.ByLanguage[language].Text[..length]}</p></body></html>";

    private static string FewLetters(string language) =>
        $"<html><body><p>The mill was sold on Monday evening. {CharsetTexts.ByLanguage[language].Text[..9]}</p><p>All is well.</p></body></html>";
}
