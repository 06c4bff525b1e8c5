namespace NewsDiff.Languages;

/// <summary>The words of Norwegian.</summary>
internal static class Norwegian
{
    public static readonly Language Words = new()
    {
        Codes = "no nb nn",
        CommonWords =
            "og i det er på til som en for av at med har de den ikke et om var han fra men så seg vi kan etter "
            + "skal ble nå være år når over hun også eller ved ut hadde bare opp der mot må vil mer får blir "
            + "mange sier sin ha",
        Months =
            "januar jan,februar feb,mars mar,april apr,mai,juni jun,juli jul,august aug,september sep sept,"
            + "oktober okt,november nov,desember des",
        Weekdays =
            "mandag måndag man mån,tirsdag tysdag tirs tir tys,onsdag ons,torsdag tors tor,fredag fre,"
            + "lørdag laurdag lør lau,søndag sundag søn",
        Morning = "formiddag formiddagen morgenen",
        Afternoon = "ettermiddag ettermiddagen",
        Evening = "kveld kvelden",
        Night = "natten",
        DateParticles = "den",
        ClockWords = "kl av og til",
        UpdateLabels = ["oppdatert"],
        PublishLabels = ["publisert"],
        BylineOpenings = ["av", "skrevet av", "tekst", "journalist"],
        NameJoints = [" og "],
        Occupations = ["journalist"],
        PictureLabels = "foto bilde",
        CorrectionLabels = ["Retting", "Rettelse", "Presisering", "Korrigering"],
        CorrectionSentences =
        [
            "I en tidligere versjon av", "I en tidligere utgave av", "I ein tidlegare versjon av",
            "Vi skrev i en tidligere versjon", "I en tidligere versjon skrev", "Artikkelen er rettet",
            "Saken er rettet",
        ],
        CommentWords = "kommentere",
        ErrorTitles = ["siden ble ikke funnet"],
        Abbreviations = "dr prof nr f.eks bl.a dvs ca kl jan feb apr aug sept okt nov des hhv s.k",
    };
}
