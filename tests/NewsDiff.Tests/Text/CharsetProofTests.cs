using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Tests.Text;

public sealed class CharsetProofTests
{
    private const string Russian = "<p>Мельница у реки была продана городу в понедельник вечером.</p>";
    private const string Japanese = "<p>川のそばの水車小屋は月曜日の夜に町に売られました。</p>";
    private const string French = "<p>L’été dernier, le café « Élysée » a été vendu à la ville.</p>";

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("us-ascii", Russian)]
    [InlineData("us-ascii", "<p>café</p>")]
    [InlineData("iso-8859-1", French)]
    [InlineData("iso-8859-1", "<p>the mill’s owner</p>")]
    [InlineData("windows-1252", "<p>é, é, é</p>")]
    [InlineData("shift_jis", Japanese)]
    [InlineData("gbk", Japanese)]
    [InlineData("euc-kr", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16", "<p>mill</p>")]
    public void Bytes_that_are_UTF_8_are_read_as_UTF_8_under_any_label(string label, string html)
    {
        byte[] content = Encoding.UTF8.GetBytes(html);

        Assert.Equal(html, CharsetSniffer.DecodeHtml(content, $"text/html; charset={label}").Text);
        Assert.Equal(html, CharsetSniffer.DecodeXml(content, $"text/xml; charset={label}").Text);
        Assert.EndsWith(
            html,
            CharsetSniffer.DecodeHtml(Encoding.UTF8.GetBytes($"<meta charset={label}>{html}"), null).Text,
            StringComparison.Ordinal);
        Assert.EndsWith(
            html,
            CharsetSniffer.DecodeXml(
                Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='{label}'?>{html}"), null).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", "<p>café</p>")]
    public void Bytes_beyond_ASCII_are_not_read_as_ASCII(string encoding, string html)
    {
        byte[] content = CharsetLabels.Find(encoding)!.Encoding.GetBytes(html);
        byte[] declared = [.. Encoding.ASCII.GetBytes($"<meta charset={encoding}>"), .. content];

        Assert.Equal(html, CharsetSniffer.DecodeHtml(content, "text/html; charset=us-ascii").Text);
        Assert.EndsWith(
            html, CharsetSniffer.DecodeHtml(declared, "text/html; charset=us-ascii").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "<p>das „Ä“</p>")]
    [InlineData("windows-1252", "MANHÃ\u00a0MANHÃ\u00a0")]
    [InlineData("windows-1252", "Ã©, Ã©")]
    [InlineData("iso-8859-1", French)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("ibm866", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gbk", "联通")]
    [InlineData("windows-874", "เกน")]
    public void Bytes_that_fit_their_label_are_read_by_it(string label, string html)
    {
        byte[] content = CharsetLabels.Find(label)!.Encoding.GetBytes(html);

        DecodedText read = CharsetSniffer.DecodeHtml(content, $"text/html; charset={label}");

        Assert.Equal((html, CharsetSource.Header), (read.Text, read.Source));
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1252", French)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gbk", "<p>河边的磨坊于星期一晚上卖给了镇上。</p>")]
    [InlineData("utf-16le", "<html><body>" + Russian)]
    [InlineData("utf-16be", "<html><body>" + Russian)]
    public void Bytes_that_are_not_UTF_8_are_not_read_as_UTF_8(string charset, string html)
    {
        byte[] content = CharsetLabels.Find(charset)!.Encoding.GetBytes(html);

        Assert.Equal(html, CharsetSniffer.DecodeHtml(content, "text/html; charset=utf-8").Text);
        Assert.Equal(html, CharsetSniffer.DecodeXml(content, "text/xml; charset=utf-8").Text);
    }

    [Fact]
    public void Where_the_header_is_refuted_the_page_is_asked()
    {
        byte[] content = CharsetLabels.Find("windows-1251")!.Encoding.GetBytes(
            "<meta charset=windows-1251><p>Да, да.</p>");

        DecodedText read = CharsetSniffer.DecodeHtml(content, "text/html; charset=utf-8");

        Assert.Equal(
            ("<meta charset=windows-1251><p>Да, да.</p>", CharsetSource.Declaration), (read.Text, read.Source));
    }

    [Theory]
    [InlineData("a\u00e9b", "a\uFFFDb")]
    [InlineData("\u00e9 \u00e9", "\uFFFD \uFFFD")]
    public void Few_broken_bytes_refute_nothing(string latin, string expected) =>
        Assert.Equal(
            expected, CharsetSniffer.DecodeHtml(Encoding.Latin1.GetBytes(latin), "text/html; charset=utf-8").Text);

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><t>Größe</t>", "iso-8859-1", true)]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><t>Größe</t>", "windows-1251", true)]
    [InlineData("<?xml version='1.0'?><t>Größe</t>", "iso-8859-1", false)]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><t>Größe</t>", "iso-8859-1", false)]
    public void A_short_text_that_is_UTF_8_as_it_says_is_read_so(string xml, string header, bool isUtf8) =>
        Assert.Equal(
            isUtf8,
            CharsetSniffer.DecodeXml(Encoding.UTF8.GetBytes(xml), $"text/xml; charset={header}").Text == xml);

    [Fact]
    public void A_text_that_says_UTF_8_and_is_not_is_read_by_its_header()
    {
        const string Html = "<meta charset=utf-8><p>Größe</p>";

        Assert.Equal(
            Html,
            CharsetSniffer.DecodeHtml(Encoding.Latin1.GetBytes(Html), "text/html; charset=iso-8859-1").Text);
    }

    [Fact]
    public void A_text_of_two_encodings_is_read_as_declared()
    {
        byte[] mixed =
        [
            .. Encoding.UTF8.GetBytes(Russian), .. CharsetLabels.Find("windows-1251")!.Encoding.GetBytes(Russian),
        ];

        Assert.Equal("utf-8", CharsetSniffer.DecodeHtml(mixed, "text/html; charset=utf-8").Charset);
        Assert.Equal("windows-1251", CharsetSniffer.DecodeHtml(mixed, "text/html; charset=windows-1251").Charset);
    }

    [Fact]
    public void A_broken_byte_among_many_does_not_hide_UTF_8()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];

        Assert.Equal(
            $"{Russian}\uFFFD{Russian}", CharsetSniffer.DecodeHtml(content, "text/html; charset=windows-1251").Text);
    }

    [Fact]
    public void A_text_that_is_cut_off_within_a_character_is_still_UTF_8() => Assert.StartsWith(
        "<p>Мельница",
        CharsetSniffer.DecodeHtml(
            Encoding.UTF8.GetBytes(Russian).AsSpan(0, 24), "text/html; charset=windows-1251").Text,
        StringComparison.Ordinal);
}
