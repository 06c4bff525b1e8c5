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
        Months =
            "yanvar,fevral fev,mart,aprel apr,may,iyun,iyul,avgust avg,sentabr sentyabr,oktabr oktyabr okt,"
            + "noyabr,dekabr",
        Weekdays = "dushanba dush,seshanba sesh,chorshanba chor,payshanba,juma jum,shanba shan,yakshanba",
        Am = "uz:to uz:то",
        Pm = "uz:tk uz:тк",
        BylineOpenings = ["muallif"],
        NameJoints = [" va "],
        CorrectionLabels = ["Tuzatish"],
    };
}
