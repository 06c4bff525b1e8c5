namespace NewsDiff.Languages;

/// <summary>The words of Galician.</summary>
internal static class Galician
{
    public static readonly Language Words = new()
    {
        Codes = "gl",
        Months =
            "xaneiro xan,febreiro feb,marzo mar,abril abr,maio mai,xuño,xullo xul,agosto ago,setembro set,"
            + "outubro out,novembro nov,decembro dec",
        Weekdays = "luns lun,martes mar,mércores mér,xoves xov,venres ven,sábado sáb,domingo dom",
        DateParticles = "de",
    };
}
