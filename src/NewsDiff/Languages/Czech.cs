namespace NewsDiff.Languages;

/// <summary>The words of Czech.</summary>
internal static class Czech
{
    public static readonly Language Words = new()
    {
        Codes = "cs",
        CommonWords =
            "a v se na je že s z do o to i k ve pro za by ale si po jsou jako podle tak jeho také od které "
            + "který už byl nebo bylo jen při být co když byla má ani jsem před roku více další než však",
        Months =
            "ledna leden,února únor úno,března březen bře,dubna duben dub,května květen kvě,června červen čvn,"
            + "července červenec čvc,srpna srpen srp,září zář,října říjen říj,listopadu listopad lis,"
            + "prosince prosinec",
        Weekdays = "pondělí po,úterý út,středa st,čtvrtek čt,pátek pá,sobota so,neděle ne",
        Am = "dop",
        Pm = "odp",
        Morning = "ráno dopoledne",
        Afternoon = "odpoledne",
        Evening = "večer",
        Night = "v_noci",
        ClockWords = "dne od",
        UpdateLabels = ["aktualizac", "aktualizov"],
        PublishLabels = ["publikováno", "zveřejněno"],
        BylineOpenings = ["od", "autor", "autoři", "autorka", "napsal", "napsala"],
        NameJoints = [" a "],
        PictureLabels = "foto",
        Labels = ["reklama"],
        CorrectionLabels = ["Oprava"],
        CorrectionSentences = ["V předchozí verzi", "V původní verzi"],
        UpdateNotices = ["Aktualizace", "Aktualizováno"],
        NoticePhrases = ["předchozí verzi tohoto", "původní verzi tohoto"],
        Negations =
            "ne není nejsou nebyl nebyla nebylo nebyli nebude nebudou nemá nemají neměl nemůže nemohl nikdy "
            + "nikdo nic nikde žádný žádná žádné ani",
        HedgeWords =
            "může mohou mohl mohla mohlo mohli snad možná asi pravděpodobně zřejmě patrně údajně údajný údajná "
            + "prý podezřelý domnělý přibližně zhruba téměř skoro potvrdil potvrzeno",
        SayingWords =
            "řekl řekla řekli uvedl uvedla uvedli sdělil sdělila podle oznámil oznámila prohlásil prohlásila "
            + "tvrdí dodal dodala mluvčí",
        QuotingWords =
            "nazval nazvala označil označila zeptal napsal napsala odpověděl dodal dodala vyzval "
            + "slíbil kritizoval upozornil připomněl poznamenal komentoval",
        NumberWords =
            "dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct dvacet třicet čtyřicet padesát "
            + "sto tisíc milion miliony milionů miliarda miliardy polovina třetina čtvrtina",
        AbsenceWords = "bez",
        ApproximationWords = "kolem okolo",
        CommentWords = "komentář komentovat diskus",
        ErrorTitles = ["stránka nenalezena"],
        Abbreviations =
            "p dr prof ing mgr bc judr mudr phdr gen plk sv ul nám č čl odst např tj tzv cca mil mld tis "
            + "hod r str",
    };
}
