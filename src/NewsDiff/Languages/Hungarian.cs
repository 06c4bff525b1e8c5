namespace NewsDiff.Languages;

/// <summary>The words of Hungarian.</summary>
internal static class Hungarian
{
    public static readonly Language Words = new()
    {
        Codes = "hu",
        CommonWords =
            "a az és hogy nem is egy volt ez meg csak már de mint vagy még ki azt el lesz után pedig szerint "
            + "van amely nagyon kell majd lehet több között ezt minden fel által miatt ha ezért most aki sem "
            + "arra ennek egyik",
        WritesYearFirst = true,
        Months =
            "január január jan,február febr feb,március márc már,április ápr,május máj,június jún,július júl,"
            + "augusztus aug,szeptember szept szep,október okt,november nov,december dec",
        Weekdays = "hétfő,kedd,szerda,csütörtök,péntek,szombat,vasárnap",
        Am = "hu:de",
        Pm = "hu:du",
        Morning = "délelőtt reggel",
        Afternoon = "délután",
        Evening = "hu:este",
        UpdateLabels = ["frissítve"],
        PublishLabels = ["közzétéve", "megjelent"],
        BylineOpenings = ["írta", "szerző", "szöveg"],
        NameJoints = [" és "],
        PictureLabels = "fotó",
        CorrectionLabels = ["Helyesbítés", "Helyreigazítás", "Javítás", "Korrekció"],
        CorrectionSentences =
        [
            "A cikk korábbi verziójában", "Cikkünk korábbi v", "A cikk korábbi változatában", "Cikkünk eredeti v",
            "A cikk eredeti v",
        ],
        Abbreviations = "dr prof ifj id özv st u sz pl ill ún kb min max evf",
        CommentWords = "hozzászól komment",
    };
}
