using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Tests.Text;

public sealed class CharsetSnifferTests
{
    private static readonly byte[] Euro = [0x80];

    [Fact]
    public void A_byte_order_mark_outranks_everything()
    {
        byte[] page = [0xEF, 0xBB, 0xBF, .. "<meta charset=windows-1251>é"u8];

        DecodedText text = CharsetSniffer.DecodeHtml(page, "text/html; charset=koi8-r");

        Assert.Equal(("utf-8", CharsetSource.ByteOrderMark), (text.Charset, text.Source));
        Assert.Equal("<meta charset=windows-1251>é", text.Text);
    }

    [Fact]
    public void Utf_16_is_known_by_its_mark()
    {
        Assert.Equal("né", CharsetSniffer.DecodeHtml([0xFF, 0xFE, 0x6E, 0, 0xE9, 0], null).Text);
        Assert.Equal("né", CharsetSniffer.DecodeHtml([0xFE, 0xFF, 0, 0x6E, 0, 0xE9], null).Text);
    }

    [Fact]
    public void The_header_outranks_the_page()
    {
        DecodedText text = CharsetSniffer.DecodeHtml(
            [.. "<meta charset=utf-8>"u8, 0xC4], "text/html; Charset=\"KOI8-R\"");

        Assert.Equal(("koi8-r", CharsetSource.Header), (text.Charset, text.Source));
        Assert.EndsWith("д", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251")]
    [InlineData("<META CharSet = 'Windows-1251' >", "windows-1251")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", "iso-8859-2")]
    [InlineData("<meta content='text/html; charset=iso-8859-2' http-equiv=content-type>", "iso-8859-2")]
    [InlineData("<meta content='text/html; charset=iso-8859-2'><meta charset=koi8-r>", "koi8-r")]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5")]
    [InlineData("<!--><meta charset=big5>", "big5")]
    [InlineData("<p title='<meta charset=koi8-r>'><meta charset=big5>", "big5")]
    [InlineData("<meta charset=bogus><meta charset=big5>", "big5")]
    [InlineData("<meta charset=iso-8859-1>", "windows-1252")]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("<meta name=charset content=koi8-r>", "windows-1252")]
    [InlineData("<meta charset=utf-7>", "windows-1252")]
    [InlineData("<meta charset=utf-32>", "windows-1252")]
    [InlineData("<meta charset=koi8-r", "windows-1252")]
    public void A_page_may_declare_its_charset(string head, string charset) =>
        Assert.Equal(charset, CharsetSniffer.DecodeHtml([.. Encoding.ASCII.GetBytes(head), .. Euro], null).Charset);

    [Theory]
    [InlineData(1024, "koi8-r")]
    [InlineData(17_000, "windows-1252")]
    public void A_declaration_is_looked_for_as_far_as_a_head_may_be_long(int length, string charset) =>
        Assert.Equal(
            charset,
            CharsetSniffer.DecodeHtml(
                [.. Encoding.ASCII.GetBytes(new string(' ', length) + "<meta charset=koi8-r>"), .. Euro],
                null).Charset);

    [Theory]
    [InlineData("<?xml version='1.0' encoding='iso-8859-15'?><a>", "iso-8859-15")]
    [InlineData("  <?xml version=\"1.0\" encoding = \"Shift_JIS\"?><a>", "shift_jis")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><a>", "utf-8")]
    [InlineData("<?xml version='1.0'?><a>", "windows-1252")]
    [InlineData("<a encoding='koi8-r'>", "windows-1252")]
    public void An_xml_document_may_declare_its_encoding(string start, string charset) =>
        Assert.Equal(charset, CharsetSniffer.DecodeXml([.. Encoding.ASCII.GetBytes(start), .. Euro], null).Charset);

    [Fact]
    public void Utf_16_xml_is_known_without_a_mark() =>
        Assert.Equal("<?xml?>", CharsetSniffer.DecodeXml(Encoding.BigEndianUnicode.GetBytes("<?xml?>"), null).Text);

    [Fact]
    public void Without_a_word_it_is_utf_8_when_it_can_be()
    {
        Assert.Equal("Łódź", CharsetSniffer.DecodeHtml("Łódź"u8, "text/html").Text);
        Assert.Equal("€5", CharsetSniffer.DecodeHtml([0x80, (byte)'5'], "text/html").Text);
    }

    [Fact]
    public void Every_label_can_be_opened_and_decodes_anything()
    {
        byte[] noise = [.. Enumerable.Range(0, 1024).Select(i => (byte)((i * 37) ^ (i >> 3)))];
        string[] labels =
            ["utf8", "latin1", "cp866", "sjis", "gb2312", "gb18030", "big5-hkscs", "euc-jp", "iso-2022-jp", "euc-kr",
                "windows-874", "x-mac-cyrillic", "macintosh", "koi8-u", "iso-8859-8-i", "utf-16be", "windows-1258",
                "iso-8859-13"];

        Assert.All(labels, label =>
        {
            Charset charset = CharsetLabels.Find(label)!;
            Assert.NotEmpty(charset.Encoding.GetString(noise));
        });
    }

    [Fact]
    public void Broken_bytes_become_replacement_characters() =>
        Assert.Equal(
            "a\uFFFDb", CharsetSniffer.DecodeHtml([(byte)'a', 0xFF, (byte)'b'], "text/html; charset=utf-8").Text);
}
