namespace NewsDiff.Languages;

/// <summary>The words of Turkish.</summary>
internal static class Turkish
{
    public static readonly Language Words = new()
    {
        Codes = "tr",
        CommonWords =
            "ve bir bu için da de ile olarak olan çok daha gibi sonra kadar ne var ama en olduğu her o yeni "
            + "ise göre olduğunu büyük ya iki karşı tarafından ancak diye şey bile içinde değil mi böyle değildi",
        Months =
            "ocak oca,şubat şub,mart mar,nisan nis,mayıs may,haziran haz,temmuz tem,ağustos ağu,eylül eyl,ekim eki,"
            + "kasım kas,aralık ara",
        Weekdays = "pazartesi pzt,salı sal,çarşamba çar,perşembe per,cuma cum,cumartesi cmt,pazar paz",
        Am = "öö",
        Pm = "ös",
        Morning = "sabah öğleden_önce",
        Midday = "öğlen",
        Afternoon = "öğleden_sonra",
        Evening = "akşam",
        Night = "gece",
        ClockWords = "saat saati",
        UpdateLabels = ["güncelle"],
        PublishLabels = ["yayınlan", "yayımlan"],
        BylineOpenings = ["haber", "yazan", "yazar", "muhabir", "hazırlayan", "yazı"],
        BylineEnds = [" yazdı"],
        NameJoints = [" ve "],
        Occupations = ["muhabiri", "muhabir", "editör", "editörü", "gazeteci", "yazarı"],
        AuthorFolders = "yazar yazarlar",
        PictureLabels = "fotoğraf foto",
        Labels = ["reklam"],
        CorrectionLabels = ["Düzeltme", "Tashih"],
        CorrectionSentences =
        [
            "Bu haberin önceki", "Haberin önceki sürümünde", "Haberin önceki versiyonunda", "Bu yazının önceki",
        ],
        CommentWords = "yorum",
        ErrorTitles = ["sayfa bulunamadı"],
        UpdateNotices = ["Güncelleme", "Güncellendi"],
        NoticePhrases = ["haberin önceki sürümünde"],
        Negations = "değil yok hiç hiçbir asla hayır olmayan olmadı olmadığı etmedi etmiyor",
        HedgeWords =
            "olabilir belki muhtemelen galiba sanki iddia iddiaya iddialar sözde şüpheli doğrulandı "
            + "doğruladı yaklaşık neredeyse tahminen muhtemel",
        SayingWords =
            "dedi söyledi açıkladı göre belirtti ifade ekledi bildirdi vurguladı konuştu sözcüsü "
            + "kaynaklar",
        NumberWords =
            "iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen "
            + "doksan yüz yüzlerce bin binlerce milyon milyar yarım yarısı iki_katı çeyrek düzine",
        Abbreviations = "dr prof doç av sn alb gen org yzb hz sok cad mah apt no vb vs örn bkz yy",
    };
}
