namespace NewsDiff.Languages;

/// <summary>The words of Dutch.</summary>
internal static class Dutch
{
    public static readonly Language Words = new()
    {
        Codes = "nl",
        CommonWords =
            "de van het een en in is dat op te voor met zijn die niet aan er om ook als bij maar dan nog uit "
            + "door over naar heeft hij ze wordt werd kan meer was tot hun had of deze wel al worden geen jaar "
            + "we zo omdat tegen",
        Months =
            "januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sep sept,"
            + "oktober okt,november nov,december dec",
        Weekdays = "maandag ma,dinsdag di,woensdag wo,donderdag do,vrijdag vr,zaterdag za,zondag zo",
        Morning = "ochtends",
        Afternoon = "middags nl:middag",
        Evening = "avonds",
        ClockWords = "uur u om door op",
        HalfParticles = "s uur om tegen",
        UpdateLabels = ["bijgewerkt", "gewijzigd"],
        PublishLabels = ["gepubliceerd", "geplaatst"],
        BylineOpenings = ["door", "auteur", "geschreven door", "tekst"],
        ReviewOpenings = ["gecontroleerd door", "nagekeken door"],
        NameJoints = [" en "],
        Occupations = ["redacteur", "verslaggever"],
        AuthorFolders = "auteurs redacteur",
        PictureLabels = "foto beeld",
        Labels = ["advertentie"],
        CorrectionLabels = ["Correctie", "Rectificatie", "Aanvulling en correctie"],
        CorrectionSentences =
        [
            "In een eerdere versie van dit", "Een eerdere versie van dit", "In een vorige versie van dit",
        ],
        CommentWords = "reageren reactie",
        ErrorTitles = ["pagina niet gevonden"],
        WallPhrases = ["alleen voor abonnees"],
        UpdateNotices = ["Update", "Bijgewerkt"],
        NoticePhrases = ["eerdere versie van dit", "na publicatie gecorrigeerd"],
        Negations = "niet geen nooit niemand niets nergens noch",
        OtherCompounds = "niet_alleen",
        HedgeWords =
            "kan kon zou zouden mogelijk misschien waarschijnlijk vermoedelijk vermoedelijke blijkbaar "
            + "lijkt schijnt vermeende verdachte bevestigd bijna ongeveer circa wellicht",
        AbsenceWords = "zonder",
        SayingWords =
            "zei zegt zeiden volgens verklaarde meldt meldde aldus liet vertelde vertelt stelde stelt "
            + "benadrukte woordvoerder woordvoerster bronnen",
        NumberWords =
            "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
            + "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd honderden duizend "
            + "duizenden miljoen miljard half helft dubbel kwart derde dozijn",
        Abbreviations =
            "dhr mevr mw mr drs dr ir ing prof ds st nr nrs art blz vgl bijv bv d.w.z o.a m.b.t t.a.v i.v.m "
            + "ca resp jan feb mrt apr jun jul aug sept okt nov dec",
    };
}
