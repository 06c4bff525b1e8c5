namespace NewsDiff.Languages;

/// <summary>The words of Estonian.</summary>
internal static class Estonian
{
    public static readonly Language Words = new()
    {
        Codes = "et",
        Months =
            "jaanuar jaan,veebruar veebr,märts,aprill apr,mai,juuni,juuli,august aug,september sept,oktoober okt,"
            + "november nov,detsember dets",
        Weekdays = "esmaspäev,teisipäev,kolmapäev,neljapäev,reede,laupäev,pühapäev",
        BylineOpenings = ["autor", "tekst"],
        NameJoints = [" ja "],
    };
}
