namespace NewsDiff.Languages;

/// <summary>The words of Croatian.</summary>
internal static class Croatian
{
    public static readonly Language Words = new()
    {
        Codes = "hr bs",
        CommonWords =
            "i je u na se da za su od s o a kako koji bi će te nije iz do što kao koje to ali ne sa bio koja "
            + "samo više po ili već biti prema nakon tijekom tko gdje bila još godine",
        Months =
            "siječnja siječanj sij,veljače veljača velj,ožujka ožujak ožu,travnja travanj,svibnja svibanj svi,"
            + "lipnja lipanj lip,srpnja srpanj srp,kolovoza kolovoz,rujna rujan ruj,listopada listopad lis,"
            + "studenoga studenog studeni stu,prosinca prosinac",
        Weekdays = "ponedjeljak pon,utorak uto,srijeda sri,četvrtak čet,petak pet,subota sub,nedjelja ned",
        Morning = "jutro ujutro prije_podne prijepodne",
        Afternoon = "poslijepodne poslije_podne",
        Evening = "navečer",
        ClockWords = "u od",
        PublishLabels = ["objavljeno"],
        BylineOpenings = ["od", "piše", "autor", "autorica"],
        NameJoints = [" i "],
        PictureLabels = "foto",
        Labels = ["reklama"],
        CorrectionLabels = ["Ispravak", "Ispravka"],
        CorrectionSentences =
        [
            "U ranijoj verziji članka", "U prethodnoj verziji članka", "U ranijoj verziji teksta",
            "U prethodnoj verziji teksta",
        ],
    };
}
