namespace NewsDiff.Languages;

/// <summary>The words of Uzbek.</summary>
internal static class Uzbek
{
    public static readonly Language Words = new()
    {
        Codes = "uz",
        Months = "yanvar,fevral,mart,aprel,may,iyun,iyul,avgust,sentabr sentyabr,oktabr oktyabr,noyabr,dekabr",
        Am = "uz:to uz:то",
        Pm = "uz:tk uz:тк",
        BylineOpenings = ["muallif"],
        NameJoints = [" va "],
    };
}
