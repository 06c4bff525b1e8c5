namespace NewsDiff.Languages;

/// <summary>The words of German.</summary>
internal static class German
{
    public static readonly Language Words = new()
    {
        Codes = "de",
        CommonWords =
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
            + "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war "
            + "haben nur oder aber vor zur bis mehr durch man sein wurde wenn gegen vom",
        Months =
            "januar jänner jan jän,februar feber feb febr,märz maerz mär mrz,april apr,mai,juni jun,juli jul,"
            + "august aug,september sep sept,oktober okt,november nov,dezember dez",
        Weekdays = "montag mo,dienstag di,mittwoch mi,donnerstag do,freitag fr,samstag sonnabend sa,sonntag so",
        Morning = "morgens am_morgen vormittags vormittag am_vormittag",
        Midday = "mittags am_mittag",
        Afternoon = "nachmittags nachmittag am_nachmittag",
        Evening = "abends am_abend",
        Night = "nachts",
        DateParticles = "den",
        ClockWords = "uhr um am von und den",
        HalfParticles = "uhr am des",
        UpdateLabels = ["aktualisiert", "geändert am"],
        PublishLabels = ["veröffentlicht", "erschienen"],
        BylineOpenings =
        [
            "von", "autor", "text", "verfasst von", "geschrieben von", "ein artikel von", "ein kommentar von",
            "eine analyse von", "ein gastbeitrag von", "ein bericht von", "ein interview von", "ein beitrag von",
            "ein porträt von", "ein essay von", "eine reportage von", "eine kolumne von", "eine rezension von",
        ],
        ReviewOpenings = ["redigiert von", "geprüft von", "überprüft von", "übersetzt von", "mitarbeit"],
        NameJoints = [" und "],
        NotNames = ["von", "redaktion", "agenturen", "agentur", "themen bearbeiten"],
        NotNameStarts = ["Alle Artikel", "Weitere Artikel", "Mehr von", "Mehr Artikel"],
        Occupations =
        [
            "redakteur", "redakteurin", "korrespondent", "korrespondentin", "chefredakteur", "chefredakteurin",
            "reporterin", "volontär", "volontärin", "journalistin",
        ],
        AuthorNames = "autor",
        AuthorFolders = "autor autoren",
        AdvertNames = "werbung anzeige",
        PictureLabels = "bild bilder foto fotos bildrechte bildquelle fotoquelle",
        Labels = ["anzeige", "werbung", "teilen"],
        TranscriptLabels = ["transkript"],
        CorrectionLabels =
        [
            "Korrektur", "Berichtigung", "Richtigstellung", "Anmerkung der Redaktion", "Hinweis der Redaktion",
            "Korrekturhinweis", "Anm. d. Red.",
        ],
        CorrectionSentences =
        [
            "In einer früheren Version", "In einer ersten Version", "In einer vorherigen Version",
            "Dieser Artikel wurde korrigiert", "Dieser Text wurde korrigiert", "Wir haben den Fehler korrigiert",
        ],
        CommentWords = "komment",
        ErrorTitles = ["seite nicht gefunden", "seite wurde nicht gefunden"],
        WallPhrases =
        [
            "wir und unsere partner", "mit werbung weiterlesen", "zustimmen und weiter", "bitte melden sie sich an",
            "jetzt weiterlesen",
        ],
        UpdateNotices = ["Update", "Aktualisierung", "Aktualisiert", "Nachtrag"],
        NoticePhrases =
        [
            "früheren Version dieses", "nach der Veröffentlichung korrigiert", "nachträglich korrigiert",
            "nach Veröffentlichung korrigiert",
        ],
        Negations =
            "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder noch",
        OtherCompounds = "nicht_nur",
        HedgeWords =
            "kann könnte könnten dürfte dürften soll sollen sollte wohl vielleicht möglicherweise "
            + "wahrscheinlich vermutlich offenbar angeblich mutmaßlich mutmaßliche mutmaßlichen "
            + "mutmaßlicher anscheinend scheinbar voraussichtlich bestätigt unbestätigt etwa circa "
            + "knapp fast",
        AbsenceWords = "ohne",
        ApproximationWords = "rund",
        SayingWords =
            "sagte sagt sagten erklärte erklärten teilte mitteilte berichtet berichtete laut zufolge nach "
            + "betonte behauptete meinte sprach sprecher sprecherin angaben",
        QuotingWords =
            "nannte nennt bezeichnete bezeichnet fragte fragt fügte ergänzte schrieb schreibt rief "
            + "antwortete forderte warnte versprach kritisierte lobte hieß heißt kommentierte räumte "
            + "erinnerte",
        NumberWords =
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
            + "fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig "
            + "achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden "
            + "dutzend halb hälfte doppelt viertel drittel",
        Abbreviations =
            "dr prof hr fr frl dipl ing mag st nr nrn bd abs art bzw ca z.b d.h u.a v.a o.ä s.o s.u u.u z.t "
            + "i.d.r evtl ggf inkl vgl geb gest jh jan feb apr aug sept okt nov dez str tel mio mrd bspw sog "
            + "bes allg",
    };
}
