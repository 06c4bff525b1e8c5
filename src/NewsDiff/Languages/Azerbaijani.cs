namespace NewsDiff.Languages;

/// <summary>The words of Azerbaijani.</summary>
internal static class Azerbaijani
{
    public static readonly Language Words = new()
    {
        Codes = "az",
        CommonWords =
            "və bu bir ilə üçün də edib ki olan o daha sonra çox deyib görə edir kimi onun belə olub var isə "
            + "ilk bildirib azərbaycan yeni həm qeyd hər etmək həmin ildə tərəfindən",
        Months = "yanvar,fevral fev,mart,aprel apr,may,iyun,iyul,avqust,sentyabr,oktyabr okt,noyabr,dekabr",
        Weekdays = "bazar_ertəsi,çərşənbə_axşamı,çərşənbə,cümə_axşamı,cümə,şənbə,bazar",
        ClockWords = "saat",
        BylineOpenings = ["müəllif"],
        NameJoints = [" və "],
        CorrectionLabels = ["Düzəliş"],
        CorrectionSentences = ["Məqalənin əvvəlki versiyasında", "Xəbərin əvvəlki versiyasında"],
    };
}
