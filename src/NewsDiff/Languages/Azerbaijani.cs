namespace NewsDiff.Languages;

/// <summary>The words of Azerbaijani.</summary>
internal static class Azerbaijani
{
    public static readonly Language Words = new()
    {
        Codes = "az",
        Months = "yanvar,fevral,mart,aprel,may,iyun,iyul,avqust,sentyabr,oktyabr,noyabr,dekabr",
        Weekdays = "bazar_ertəsi,çərşənbə_axşamı,çərşənbə,cümə_axşamı,cümə,şənbə,bazar",
        ClockWords = "saat",
        BylineOpenings = ["müəllif"],
        NameJoints = [" və "],
    };
}
