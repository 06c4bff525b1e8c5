namespace NewsDiff.Languages;

/// <summary>The words of Galician.</summary>
internal static class Galician
{
    public static readonly Language Words = new()
    {
        Codes = "gl",
        CommonWords =
            "de a o que e en do da os un unha as na para con no non por se é dos máis como ao das foi pola "
            + "polo tamén á pero ou súa seu nos ten sobre está entre son ata xa onde cando moi galego seus esta "
            + "este",
        Months =
            "xaneiro xan,febreiro feb,marzo mar,abril abr,maio mai,xuño,xullo xul,agosto ago,setembro set,"
            + "outubro out,novembro nov,decembro dec",
        Weekdays = "luns lun,martes mar,mércores mér,xoves xov,venres ven,sábado sáb,domingo dom",
        DateParticles = "de",
        CorrectionLabels = ["Corrección", "Fe de erros"],
        CorrectionSentences = ["Nunha versión anterior deste", "Unha versión anterior deste"],
    };
}
