namespace NewsDiff.Languages;

/// <summary>The words of Uzbek.</summary>
internal static class Uzbek
{
    public static readonly Language Words = new()
    {
        Codes = "uz",
        CommonWords =
            "va bu bilan uchun ham bir da deb edi qilish boʻyicha bo'yicha emas yil bo'lgan u shu o'z qilgan "
            + "haqida keyin hamda mumkin esa yoki har uning lekin kerak eng yangi",
        Months = "yanvar,fevral,mart,aprel,may,iyun,iyul,avgust,sentabr sentyabr,oktabr oktyabr,noyabr,dekabr",
        Am = "uz:to uz:то",
        Pm = "uz:tk uz:тк",
        BylineOpenings = ["muallif"],
        NameJoints = [" va "],
    };
}
