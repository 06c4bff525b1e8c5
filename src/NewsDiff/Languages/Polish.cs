namespace NewsDiff.Languages;

/// <summary>The words of Polish.</summary>
internal static class Polish
{
    public static readonly Language Words = new()
    {
        Codes = "pl",
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
        BylineOpenings = ["przez", "od", "autor"],
        NameJoints = [" i "],
        Occupations = ["dziennikarz", "dziennikarka"],
        Labels = ["reklama"],
        CorrectionLabels = ["Sprostowanie", "Korekta"],
        CorrectionSentences = ["W poprzedniej wersji", "We wcześniejszej wersji"],
        ErrorTitles = ["nie znaleziono strony", "strona nie istnieje"],
    };
}
