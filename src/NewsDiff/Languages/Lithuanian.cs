namespace NewsDiff.Languages;

/// <summary>The words of Lithuanian.</summary>
internal static class Lithuanian
{
    public static readonly Language Words = new()
    {
        Codes = "lt",
        CommonWords =
            "ir kad į iš yra su tai buvo jis apie ar kaip bet už to nuo po jo dar tik jau metų prie per savo "
            + "taip ne bus jie dėl lietuvos gali labai kuris šio būti jei kai ši prieš",
        WritesYearFirst = true,
        Months =
            "sausio sausis saus,vasario vasaris,kovo kovas,balandžio balandis,gegužės gegužė,birželio birželis "
            + "birž,liepos liepa liep,rugpjūčio rugpjūtis rugp,rugsėjo rugsėjis rugs,spalio spalis spal,"
            + "lapkričio lapkritis lapkr,gruodžio gruodis gruod",
        Weekdays = "pirmadienis,antradienis,trečiadienis,ketvirtadienis,penktadienis,šeštadienis,sekmadienis",
        Am = "priešpiet",
        Pm = "popiet",
        DateParticles = "m d",
        ClockWords = "val d",
        Occupations = ["profesorius", "profesorė", "žurnalistas", "žurnalistė"],
        BylineOpenings = ["autorius", "autorė"],
        NameJoints = [" ir "],
        CorrectionLabels = ["Pataisymas", "Patikslinimas", "Klaidos atitaisymas"],
        CorrectionSentences = ["Ankstesnėje straipsnio versijoje", "Ankstesnėje teksto versijoje"],
    };
}
