namespace NewsDiff.Languages;

/// <summary>The words of Afrikaans.</summary>
internal static class Afrikaans
{
    public static readonly Language Words = new()
    {
        Codes = "af",
        CommonWords =
            "die van en in is het nie dat om te vir met wat sy op 'n was hy as aan ook deur by hulle maar na "
            + "sal kan daar word haar uit meer nog toe oor moet ons wees gesê hierdie baie so of jaar tot tussen",
        Months =
            "januarie jan,februarie feb,maart mrt,april apr,mei,junie jun,julie jul,augustus aug,september sep,"
            + "oktober okt,november nov,desember des",
        Weekdays = "maandag ma,dinsdag di,woensdag wo,donderdag do,vrydag vr,saterdag sa,sondag",
        Am = "af:vm",
        Pm = "af:nm",
        Afternoon = "middags",
        HalfParticles = "s",
        BylineOpenings = ["deur"],
        NameJoints = [" en "],
        CorrectionLabels = ["Regstelling"],
        CorrectionSentences =
        [
            "In 'n vorige weergawe van hierdie", "In ’n vorige weergawe van hierdie",
            "'n Vorige weergawe van hierdie", "’n Vorige weergawe van hierdie",
        ],
    };
}
