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
            "tammikuu tammikuuta tammi tammik,helmikuu helmikuuta helmi helmik,maaliskuu maaliskuuta maalis "
            + "maalisk,huhtikuu huhtikuuta huhti huhtik,toukokuu toukokuuta touko toukok,kesäkuu kesäkuuta kesä "
            + "kesäk,heinäkuu heinäkuuta heinä heinäk,elokuu elokuuta elo elok,syyskuu syyskuuta syys syysk,"
            + "lokakuu lokakuuta loka lokak,marraskuu marraskuuta marras marrask,joulukuu joulukuuta joulu jouluk",
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
        PictureLabels = "kuva kuvat",
        Labels = ["mainos"],
        CorrectionLabels = ["Oikaisu", "Korjaus"],
        CorrectionSentences =
        [
            "Artikkelia on korjattu", "Juttua korjattu", "Jutun aiemmassa versiossa",
            "Artikkelin aiemmassa versiossa", "Juttua on korjattu",
        ],
        CommentWords = "kommentoi",
        ErrorTitles = ["sivua ei löyt"],
        Abbreviations = "dr prof esim mm ns ts ym klo n s nro",
    };
}
