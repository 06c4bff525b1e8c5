namespace NewsDiff.Languages;

/// <summary>The words of Latvian.</summary>
internal static class Latvian
{
    public static readonly Language Words = new()
    {
        Codes = "lv",
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
