namespace NewsDiff.Languages;

/// <summary>The words of Tagalog.</summary>
internal static class Tagalog
{
    public static readonly Language Words = new()
    {
        Codes = "tl fil",
        CommonWords =
            "ang ng sa na mga at ay ni si para may nang hindi ito kung pa rin kay ayon isang niya siya ko "
            + "naman lang din nila dahil kanyang nito upang mula ngunit pero habang noong",
        Months =
            "enero ene,pebrero peb,marso,abril abr,mayo may,hunyo hun,hulyo hul,agosto ago,setyembre set,"
            + "oktubre okt,nobyembre nob,disyembre dis",
        Weekdays = "lunes lun,martes mar,miyerkules miy,huwebes huw,biyernes biy,sabado sab,linggo lin",
        Am = "tl:nu fil:nu",
        Pm = "tl:nh fil:nh",
        Morning = "umaga",
        Afternoon = "hapon",
        Evening = "gabi",
        DateParticles = "ng",
        HalfParticles = "ng sa",
        BylineOpenings = ["isinulat ni"],
        NameJoints = [" at "],
        CorrectionLabels = ["Pagwawasto", "Pagtatama"],
    };
}
