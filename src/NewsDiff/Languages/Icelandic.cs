namespace NewsDiff.Languages;

/// <summary>The words of Icelandic.</summary>
internal static class Icelandic
{
    public static readonly Language Words = new()
    {
        Codes = "is",
        CommonWords =
            "og að í á sem er við til um en það var ekki fyrir með af því þar hann eru hefur þess frá hún þeir "
            + "hafa verið þau eftir upp svo kom vera eða þegar sér segir þessu út einnig verður",
        Months =
            "janúar jan,febrúar feb,mars mar,apríl apr,maí,júní jún,júlí júl,ágúst ágú,september sep sept,"
            + "október okt,nóvember nóv,desember des",
        Weekdays =
            "mánudagur mánudaginn mán,þriðjudagur þriðjudaginn þri,miðvikudagur miðvikudaginn mið,"
            + "fimmtudagur fimmtudaginn fim,föstudagur föstudaginn fös,laugardagur laugardaginn lau,"
            + "sunnudagur sunnudaginn sun",
        Am = "is:fh",
        Pm = "is:eh",
        ClockWords = "klukkan í",
        BylineOpenings = ["höfundur"],
        NameJoints = [" og "],
        CorrectionLabels = ["Leiðrétting"],
        CorrectionSentences = ["Í fyrri útgáfu þessarar", "Í fyrri útgáfu fréttarinnar", "Í fyrri útgáfu greinarinnar"],
    };
}
