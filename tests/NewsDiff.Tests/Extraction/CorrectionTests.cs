namespace NewsDiff.Tests.Extraction;

/// <summary>Correction notices are kept wherever a page puts them, in the languages of many newspapers.</summary>
public sealed class CorrectionTests
{
    public static TheoryData<string, string> Notices { get; } = new()
    {
        { "en", "This article was amended on 3 May 2026. An earlier version gave the wrong year." },
        { "de", "Anmerkung der Redaktion: In einer früheren Version hieß es, die Mühle sei 1842 gebaut worden." },
        { "fr", "Rectificatif : le moulin date de 1742, et non de 1842 comme nous l’avions écrit." },
        { "es", "Corrección: el molino es de 1742 y no de 1842, como decía este artículo." },
        { "pt", "Erramos: o moinho é de 1742, e não de 1842, como informado." },
        { "it", "Errata corrige: il mulino è del 1742 e non del 1842." },
        { "nl", "Rectificatie: de molen is uit 1742 en niet uit 1842." },
        { "sv", "Rättelse: Kvarnen är från 1742 och inte från 1842." },
        { "da", "Rettelse: Møllen er fra 1742 og ikke fra 1842." },
        { "fi", "Oikaisu: Mylly on vuodelta 1742 eikä vuodelta 1842." },
        { "pl", "Sprostowanie: młyn pochodzi z 1742, a nie z 1842 roku." },
        { "cs", "Oprava: Mlýn je z roku 1742, ne z roku 1842." },
        { "hu", "Helyesbítés: a malom 1742-ben épült, nem 1842-ben." },
        { "ru", "Исправление: мельница построена в 1742 году, а не в 1842." },
        { "uk", "Виправлення: млин збудовано 1742 року, а не 1842." },
        { "el", "Διόρθωση: ο μύλος χτίστηκε το 1742 και όχι το 1842." },
        { "tr", "Düzeltme: Değirmen 1842 değil 1742 yılında yapıldı." },
        { "ja", "【訂正】水車小屋の建築年を1842年としていましたが、正しくは1742年です。" },
        { "zh", "更正：磨坊建于1742年，而不是1842年。" },
        { "ko", "[정정] 물레방앗간은 1842년이 아니라 1742년에 지어졌습니다." },
        { "ar", "تصحيح: بنيت الطاحونة عام 1742 وليس عام 1842." },
        { "he", "תיקון: הטחנה נבנתה בשנת 1742 ולא בשנת 1842." },
        { "hi", "भूल सुधार: चक्की 1842 में नहीं, 1742 में बनी थी।" },
        { "id", "Ralat: Kincir itu dibangun pada 1742, bukan 1842." },
        { "nb", "Rettelse: Møllen er fra 1742 og ikke fra 1842." },
        { "ca", "Rectificació: el molí és del 1742 i no del 1842." },
        { "eu", "Zuzenketa: errota 1742koa da, eta ez 1842koa." },
        { "et", "Parandus: veski on aastast 1742, mitte 1842." },
        { "lv", "Labojums: dzirnavas uzceltas 1742., nevis 1842. gadā." },
        { "lt", "Pataisymas: malūnas pastatytas 1742, o ne 1842 metais." },
        { "af", "Regstelling: die meul dateer uit 1742 en nie uit 1842 nie." },
        { "sq", "Korrigjim: mulliri është i vitit 1742 dhe jo i vitit 1842." },
        { "mk", "Исправка: воденицата е од 1742, а не од 1842 година." },
        { "ka", "შესწორება: წისქვილი 1742 წლისაა და არა 1842 წლის." },
        { "hy", "Ուղղում՝ ջրաղացը 1742 թվականից է, ոչ թե 1842-ից։" },
        { "az", "Düzəliş: dəyirman 1842-ci ildə deyil, 1742-ci ildə tikilib." },
        { "kk", "Түзету: диірмен 1842 жылы емес, 1742 жылы салынған." },
        { "cy", "Cywiriad: codwyd y felin yn 1742 ac nid yn 1842." },
        { "sw", "Marekebisho: kinu kilijengwa mwaka 1742, si 1842." },
        { "tl", "Pagwawasto: itinayo ang gilingan noong 1742, hindi 1842." },
        { "ur", "تصحیح: چکی 1842 میں نہیں بلکہ 1742 میں بنی تھی۔" },
        { "mr", "दुरुस्ती: चक्की 1842 मध्ये नव्हे, तर 1742 मध्ये बांधली गेली." },
        { "ta", "திருத்தம்: ஆலை 1842 இல் அல்ல, 1742 இல் கட்டப்பட்டது." },
        { "th", "แก้ไข: โรงสีสร้างในปี 1742 ไม่ใช่ปี 1842" },
        { "ja2", "〈訂正して、おわびします〉水車小屋の建築年は1842年ではなく1742年でした。" },
        { "ja3", "※初出時、水車小屋の建築年に誤りがありました。" },
        { "sv2", "Artikeln har rättats. Kvarnen är från 1742 och inte från 1842." },
    };

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_at_the_end_is_a_paragraph_of_its_own_kind(string language, string notice) =>
        AssertFound(language, notice, $"<p><i>{notice}</i></p>", "");

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_in_a_box_below_the_article_is_not_dropped(string language, string notice) =>
        AssertFound(language, notice, "", $"<div class=box><small>{notice}</small></div>");

    private static void AssertFound(string language, string notice, string inside, string below)
    {
        Article article = Pages.Extract($"""
            <html lang={language}><body><article><h1>1742</h1>
            <p>The mill by the river was sold to the town on Monday evening, the council said in a letter.</p>
            <p>It will be repaired in the autumn of next year, and opened to all visitors after that.</p>{inside}</article>{below}</body></html>
            """).Article!;

        Assert.Equal(
            notice, Assert.Single(article.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Correction).Text);
        Assert.Equal(2, article.Paragraphs.Count(paragraph => paragraph.Kind == ParagraphKind.Text));
    }
}
