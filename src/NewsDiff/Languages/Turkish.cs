namespace NewsDiff.Languages;

/// <summary>The words of Turkish.</summary>
internal static class Turkish
{
    public static readonly Language Words = new()
    {
        Codes = "tr",
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
        NameJoints = [" ve "],
        Labels = ["reklam"],
        CorrectionLabels = ["Düzeltme", "Tashih"],
        CorrectionSentences = ["Bu haberin önceki"],
        ErrorTitles = ["sayfa bulunamadı"],
    };
}
