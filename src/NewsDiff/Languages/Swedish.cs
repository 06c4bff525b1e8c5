namespace NewsDiff.Languages;

/// <summary>The words of Swedish.</summary>
internal static class Swedish
{
    public static readonly Language Words = new()
    {
        Codes = "sv",
        CommonWords =
            "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så "
            + "kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade "
            + "alla andra mycket än här då bara blir",
        Months =
            "januari jan,februari feb,mars mar,april apr,maj,juni jun,juli jul,augusti aug,september sep sept,"
            + "oktober okt,november nov,december dec",
        Weekdays =
            "måndag måndagen mån,tisdag tisdagen tis,onsdag onsdagen ons,torsdag torsdagen tors tor,"
            + "fredag fredagen fre,lördag lördagen lör,söndag söndagen sön",
        Am = "sv:fm",
        Pm = "sv:em",
        Morning = "förmiddagen förmiddag morgonen",
        Afternoon = "eftermiddagen eftermiddag",
        Evening = "kvällen",
        Night = "natten",
        DateParticles = "den e a",
        ClockWords = "kl av i och",
        HalfParticles = "på",
        UpdateLabels = ["uppdatera"],
        PublishLabels = ["publicerad"],
        BylineOpenings = ["av", "skriven av", "skribent", "journalist"],
        NameJoints = [" och "],
        AuthorFolders = "skribent",
        PictureLabels = "foto bild",
        Labels = ["annons", "reklam"],
        CorrectionLabels = ["Rättelse", "Förtydligande", "Korrigering"],
        CorrectionSentences =
        [
            "I en tidigare version av", "Artikeln har rättats", "Texten har rättats", "Artikeln har korrigerats",
        ],
        CommentWords = "kommentera",
        ErrorTitles = ["sidan hittades inte"],
        Abbreviations =
            "dr prof st nr t.ex bl.a d.v.s dvs ca kl jan feb mars apr aug sept okt nov dec resp s.k",
    };
}
