namespace NewsDiff.Languages;

/// <summary>The words of Latvian.</summary>
internal static class Latvian
{
    public static readonly Language Words = new()
    {
        Codes = "lv",
        CommonWords =
            "un ir ka ar par no uz kas tas gan bet arī lai kā pēc tā nav šo vai viņš tiek to tikai būs līdz "
            + "bija jau var viņa pie pret kur gada gadā šī latvijas ļoti kad mēs",
        Months =
            "janvāris janvārī janv,februāris februārī febr,marts martā,aprīlis aprīlī apr,maijs maijā,jūnijs "
            + "jūnijā,jūlijs jūlijā,augusts augustā aug,septembris septembrī sept,oktobris oktobrī okt,novembris "
            + "novembrī nov,decembris decembrī dec",
        Weekdays =
            "pirmdiena pirmd,otrdiena otrd,trešdiena trešd,ceturtdiena ceturtd,piektdiena piektd,sestdiena "
            + "sestd,svētdiena svētd",
        Am = "priekšpusdienā",
        Pm = "pēcpusdienā",
        DateParticles = "gada",
        ClockWords = "plkst",
        BylineOpenings = ["autors", "autore"],
        NameJoints = [" un "],
        CorrectionLabels = ["Labojums", "Precizējums"],
        CorrectionSentences = ["Raksta iepriekšējā versijā", "Ziņas iepriekšējā versijā"],
    };
}
