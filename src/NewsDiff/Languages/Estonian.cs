namespace NewsDiff.Languages;

/// <summary>The words of Estonian.</summary>
internal static class Estonian
{
    public static readonly Language Words = new()
    {
        Codes = "et",
        CommonWords =
            "ja on ei et see oli mis kui ka ta aga oma kes siis nii või ning seda selle mida välja enam ole "
            + "veel saab üks pole nende juba peab kuid tema pärast siin sest kõik kus eesti aasta mitte nagu "
            + "olla võib",
        Months =
            "jaanuar jaan,veebruar veebr,märts,aprill apr,mai,juuni,juuli,august aug,september sept,oktoober okt,"
            + "november nov,detsember dets",
        Weekdays = "esmaspäev,teisipäev,kolmapäev,neljapäev,reede,laupäev,pühapäev",
        BylineOpenings = ["autor", "tekst"],
        NameJoints = [" ja "],
        CorrectionLabels = ["Parandus", "Õiendus", "Täpsustus"],
        CorrectionSentences = ["Artikli varasemas versioonis", "Loo varasemas versioonis"],
    };
}
