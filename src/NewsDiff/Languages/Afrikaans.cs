namespace NewsDiff.Languages;

/// <summary>The words of Afrikaans.</summary>
internal static class Afrikaans
{
    public static readonly Language Words = new()
    {
        Codes = "af",
        Months =
            "januarie jan,februarie feb,maart mrt,april apr,mei,junie jun,julie jul,augustus aug,september sep,"
            + "oktober okt,november nov,desember des",
        Weekdays = "maandag,dinsdag,woensdag,donderdag,vrydag,saterdag,sondag",
        Am = "af:vm",
        Pm = "af:nm",
        Afternoon = "middags",
        HalfParticles = "s",
        BylineOpenings = ["deur"],
        NameJoints = [" en "],
    };
}
