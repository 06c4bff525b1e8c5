namespace NewsDiff.Languages;

/// <summary>The words of Danish.</summary>
internal static class Danish
{
    public static readonly Language Words = new()
    {
        Codes = "da",
        CommonWords =
            "og i at det er en til af på for med den der de som har ikke et han var om sig men fra kan vil så "
            + "ved også eller efter hun blev nu være når år over havde skal op hvor mod mere ud siger sin deres "
            + "kun bliver mange får",
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
        BylineOpenings = ["af", "skrevet af", "tekst", "journalist"],
        NameJoints = [" og "],
        AuthorFolders = "forfatter",
        PictureLabels = "foto",
        Labels = ["annonce"],
        CorrectionLabels = ["Rettelse", "Korrektion", "Præcisering"],
        CorrectionSentences = ["I en tidligere version af", "I en tidligere udgave af", "Artiklen er rettet"],
        CommentWords = "kommentere",
        ErrorTitles = ["siden blev ikke fundet"],
        Abbreviations = "dr prof nr f.eks bl.a dvs ca kl jan feb apr aug sept okt nov dec hhv s.k",
    };
}
