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
            "janvāris janvārī,februāris februārī,marts martā,aprīlis aprīlī,maijs maijā,jūnijs jūnijā,jūlijs jūlijā,"
            + "augusts augustā,septembris septembrī,oktobris oktobrī,novembris novembrī,decembris decembrī",
        Weekdays = "pirmdiena,otrdiena,trešdiena,ceturtdiena,piektdiena,sestdiena,svētdiena",
        Am = "priekšpusdienā",
        Pm = "pēcpusdienā",
        DateParticles = "gada",
        ClockWords = "plkst",
        BylineOpenings = ["autors", "autore"],
        NameJoints = [" un "],
    };
}
