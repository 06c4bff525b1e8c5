namespace NewsDiff.Languages;

/// <summary>The words of Finnish.</summary>
internal static class Finnish
{
    public static readonly Language Words = new()
    {
        Codes = "fi",
        CommonWords =
            "ja on ei että se oli mutta hän ovat kun myös kuin joka niin mukaan sen vain tai olisi ole jo "
            + "vielä nyt voi sitä jotka mitä jos siitä olla siis tämä kanssa ollut kuitenkin koska ennen jälkeen "
            + "heidän noin sekä eivät ollaan hänen pitää",
        Months =
            "tammikuu tammikuuta tammi,helmikuu helmikuuta helmi,maaliskuu maaliskuuta maalis,"
            + "huhtikuu huhtikuuta huhti,toukokuu toukokuuta touko,kesäkuu kesäkuuta kesä,heinäkuu heinäkuuta heinä,"
            + "elokuu elokuuta elo,syyskuu syyskuuta syys,lokakuu lokakuuta loka,marraskuu marraskuuta marras,"
            + "joulukuu joulukuuta joulu",
        Weekdays =
            "maanantai maanantaina ma,tiistai tiistaina ti,keskiviikko keskiviikkona ke,torstai torstaina to,"
            + "perjantai perjantaina pe,lauantai lauantaina la,sunnuntai sunnuntaina su",
        Am = "fi:ap",
        Pm = "fi:ip",
        Morning = "aamulla aamupäivällä",
        Afternoon = "iltapäivällä",
        Evening = "illalla",
        Night = "yöllä",
        ClockWords = "klo kello",
        UpdateLabels = ["päivitetty"],
        PublishLabels = ["julkaistu"],
        BylineOpenings = ["teksti", "kirjoittaja", "kirjoittanut", "toimittaja"],
        NameJoints = [" ja "],
        Occupations = ["toimittaja"],
        AuthorFolders = "toimittaja toimittajat",
        Labels = ["mainos"],
        CorrectionLabels = ["Oikaisu", "Korjaus"],
        CorrectionSentences = ["Artikkelia on korjattu", "Juttua korjattu"],
        CommentWords = "kommentoi",
        ErrorTitles = ["sivua ei löyt"],
        Abbreviations = "dr prof esim mm ns ts ym klo n s nro",
    };
}
