namespace NewsDiff.Languages;

/// <summary>The words of Danish.</summary>
internal static class Danish
{
    public static readonly Language Words = new()
    {
        Codes = "da",
        Months =
            "januar jan,februar feb,marts mar,april apr,maj,juni jun,juli jul,august aug,september sep sept,"
            + "oktober okt,november nov,december dec",
        Weekdays = "mandag man,tirsdag tirs tir,onsdag ons,torsdag tors tor,fredag fre,lørdag lør,søndag søn",
        Morning = "formiddag formiddagen morgenen",
        Afternoon = "eftermiddag eftermiddagen",
        Evening = "aftenen",
        Night = "natten",
        DateParticles = "den",
        ClockWords = "kl af den og til",
        UpdateLabels = ["opdateret"],
        PublishLabels = ["udgivet", "publiceret"],
        BylineOpenings = ["af", "skrevet af", "tekst"],
        NameJoints = [" og "],
        AuthorFolders = "forfatter",
        Labels = ["annonce"],
        CorrectionLabels = ["Rettelse"],
        CorrectionSentences = ["I en tidligere version af"],
        CommentWords = "kommentere",
        ErrorTitles = ["siden blev ikke fundet"],
        Abbreviations = "dr prof nr f.eks bl.a dvs ca kl jan feb apr aug sept okt nov dec hhv s.k",
    };
}
