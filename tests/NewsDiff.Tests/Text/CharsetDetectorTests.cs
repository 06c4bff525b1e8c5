using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Tests.Text;

public sealed class CharsetDetectorTests
{
    private const string Russian =
        "Городской совет вчера утвердил новый бюджет. Депутаты спорили до вечера; мэр обещал отчитаться.";
    private const string Greek =
        "Το δημοτικό συμβούλιο ενέκρινε χθες τον νέο προϋπολογισμό. Ο δήμαρχος μίλησε για δύσκολη χρονιά.";
    private const string Japanese = "市議会は昨日、新しい予算を可決した。市長は「厳しい一年になる」と話している。";
    private const string Korean = "시의회는 어제 새 예산안을 통과시켰다. 시장은 어려운 한 해가 될 것이라고 말했다.";

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("ibm866", Russian)]
    [InlineData("x-mac-cyrillic", Russian)]
    [InlineData("iso-8859-7", Greek)]
    [InlineData("windows-1255", "מועצת העיר אישרה אתמול את התקציב החדש. ראש העיר אמר כי השנה תהיה קשה.")]
    [InlineData("windows-1256", "وافق مجلس المدينة أمس على الميزانية الجديدة وقال رئيس البلدية إن العام سيكون صعبا")]
    [InlineData("windows-1250", "Městská rada včera schválila nový rozpočet. Starosta řekl, že příští rok bude těžký.")]
    [InlineData(
        "iso-8859-2",
        "Rada miasta przyjęła wczoraj nowy budżet. Burmistrz powiedział, że będzie to ciężki rok, lecz się uda, "
        + "jeśli wszyscy pomogą.")]
    [InlineData(
        "windows-1252",
        "Le conseil a adopté hier le budget. Le maire a dit que l’année serait difficile, là où elle l’a déjà été.")]
    [InlineData("windows-874", "สภาเมืองอนุมัติงบประมาณใหม่เมื่อวานนี้ นายกเทศมนตรีกล่าวว่าปีนี้จะยาก")]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("gbk", "市议会昨天通过了新的预算。市长说，这将是困难的一年，但是大家会一起努力。")]
    [InlineData("big5", "市議會昨天通過了新的預算。市長說，這將是困難的一年，但是大家會一起努力。")]
    [InlineData("utf-16le", "A <b>plain</b> page")]
    [InlineData("utf-16be", "A <b>plain</b> page")]
    public void Texts_that_declare_nothing_are_read_as_they_were_written(string charset, string text)
    {
        byte[] bytes = CharsetLabels.Find(charset)!.Encoding.GetBytes(text);

        DecodedText decoded = CharsetSniffer.DecodeUndeclared(bytes);

        Assert.Equal(text, decoded.Text);
        Assert.Equal(CharsetSource.Detection, decoded.Source);
    }

    [Fact]
    public void What_is_utf_8_is_never_taken_for_anything_else()
    {
        foreach (string text in (string[])[Russian, Greek, Japanese, Korean, "plain", "é", "“"])
        {
            Assert.Equal("utf-8", CharsetSniffer.DecodeUndeclared(Encoding.UTF8.GetBytes(text)).Charset);
        }
    }

    [Theory]
    [InlineData("iso-8859-10", 0xA2, "Ē")]
    [InlineData("latin6", 0xFF, "ĸ")]
    [InlineData("iso-8859-14", 0xA1, "Ḃ")]
    [InlineData("iso-8859-16", 0xAA, "Ș")]
    public void Encodings_that_the_platform_does_not_know_are_known(string label, byte value, string text) =>
        Assert.Equal(text, CharsetLabels.Find(label)!.Encoding.GetString([value]));

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-32")]
    [InlineData("iso-2022-kr")]
    [InlineData("hz-gb-2312")]
    public void What_the_standard_bars_has_no_label(string label) => Assert.Null(CharsetLabels.Find(label));
}
