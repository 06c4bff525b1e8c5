namespace NewsDiff.Languages;

/// <summary>The words of Lithuanian.</summary>
internal static class Lithuanian
{
    public static readonly Language Words = new()
    {
        Codes = "lt",
        WritesYearFirst = true,
        Months =
            "sausio sausis,vasario vasaris,kovo kovas,balandžio balandis,gegužės gegužė,birželio birželis,"
            + "liepos liepa,rugpjūčio rugpjūtis,rugsėjo rugsėjis,spalio spalis,lapkričio lapkritis,gruodžio gruodis",
        Weekdays = "pirmadienis,antradienis,trečiadienis,ketvirtadienis,penktadienis,šeštadienis,sekmadienis",
        Am = "priešpiet",
        Pm = "popiet",
        DateParticles = "m d",
        ClockWords = "val d",
        Occupations = ["profesorius", "profesorė", "žurnalistas", "žurnalistė"],
        BylineOpenings = ["autorius", "autorė"],
        NameJoints = [" ir "],
    };
}
