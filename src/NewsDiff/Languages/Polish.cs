namespace NewsDiff.Languages;

/// <summary>The words of Polish.</summary>
internal static class Polish
{
    public static readonly Language Words = new()
    {
        Codes = "pl",
        CommonWords =
            "w i na z nie się do to że jest o jak od po przez są dla za co ale tym tego jego który oraz tak "
            + "czy już był może było być także ich ze jej przed roku przy tylko które jednak była która ma pod "
            + "bardzo",
        Months =
            "stycznia styczeń sty,lutego luty lut,marca marzec mar,kwietnia kwiecień kwi,maja maj,"
            + "czerwca czerwiec cze,lipca lipiec lip,sierpnia sierpień sie,września wrzesień wrz,"
            + "października październik paź,listopada listopad lis,grudnia grudzień gru",
        Weekdays =
            "poniedziałek pon pn,wtorek wt,środa śr śro,czwartek czw czwa,piątek pt pią,sobota sob,niedziela niedz nd",
        Morning = "rano przed_południem",
        Afternoon = "po_południu",
        Evening = "wieczorem",
        Night = "w_nocy",
        DateParticles = "r",
        ClockWords = "godz godzina o od przez dnia i",
        HalfParticles = "w",
        UpdateLabels = ["zaktualizowan", "aktualizac"],
        PublishLabels = ["opublikowan"],
        BylineOpenings =
        [
            "przez", "od", "autor", "autorka", "autorzy", "tekst", "opracował", "opracowała", "napisał",
            "napisała",
        ],
        NameJoints = [" i "],
        Occupations = ["dziennikarz", "dziennikarka"],
        AuthorFolders = "autorzy",
        PictureLabels = "fot zdjęcie foto",
        Labels = ["reklama"],
        CorrectionLabels = ["Sprostowanie", "Korekta"],
        CorrectionSentences =
        [
            "W poprzedniej wersji", "We wcześniejszej wersji", "W pierwotnej wersji tekstu",
            "W pierwszej wersji tekstu", "W pierwotnej wersji artykułu", "W pierwszej wersji artykułu",
        ],
        CommentWords = "komentar komentow skomentow",
        ErrorTitles = ["nie znaleziono strony", "strona nie istnieje"],
        UpdateNotices = ["Aktualizacja", "Zaktualizowano"],
        NoticePhrases = ["poprzedniej wersji tego", "wcześniejszej wersji tego"],
        Negations = "nie nigdy nikt nic nigdzie żaden żadna żadne ani",
        OtherCompounds = "nie_tylko",
        HedgeWords =
            "może mogą mógł mogłaby mógłby prawdopodobnie możliwe podobno rzekomo rzekomy rzekoma zapewne "
            + "chyba wydaje przypuszczalnie domniemany podejrzany potwierdził potwierdzono około niemal "
            + "prawie",
        AbsenceWords = "bez",
        SayingWords =
            "powiedział powiedziała mówi mówił stwierdził według poinformował poinformowała oświadczył "
            + "dodał dodała przekazał zaznaczył podkreślił wyjaśnił rzecznik źródła",
        NumberWords =
            "jeden jedna dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście "
            + "dwanaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sto dwieście setki tysiąc "
            + "tysiące tysięcy milion miliony milionów miliard miliardy miliardów połowa pół dwukrotnie "
            + "jedna_trzecia ćwierć dziesiątki",
        Abbreviations =
            "p pan dr prof inż mgr hab gen płk ks św ul al pl nr np m.in tj tzn tzw ok r w im godz mln mld "
            + "tys art ust pkt poz str por red",
    };
}
