namespace NewsDiff.Languages;

/// <summary>The words of Catalan.</summary>
internal static class Catalan
{
    public static readonly Language Words = new()
    {
        Codes = "ca",
        CommonWords =
            "de la i el que a en els les un per una del al amb es no ha més és com s'ha dels aquest va però "
            + "ser aquesta també han seu seva hi o entre sobre perquè ja són fins molt pel sense tot quan anys "
            + "després on",
        Months =
            "gener gen,febrer febr,març,abril abr,maig,juny,juliol jul,agost,setembre set,octubre oct,novembre nov,"
            + "desembre des",
        Weekdays = "dilluns dl,dimarts dt,dimecres dc,dijous dj,divendres dv,dissabte ds,diumenge dg",
        Morning = "matí",
        Afternoon = "tarda",
        Evening = "vespre",
        Night = "ca:nit",
        DateParticles = "de d del any",
        UpdateLabels = ["actualizat"],
        PublishLabels = ["publicat"],
        BylineOpenings = ["escrit per", "autor", "autora"],
        NameJoints = [" i "],
        CorrectionLabels =
        [
            "Correcció", "Rectificació", "Fe d'errates", "Fe d’errates", "Fe d'errades", "Fe d’errades",
            "Nota de la redacció",
        ],
        CorrectionSentences =
        [
            "En una versió anterior d'aquest", "En una versió anterior d’aquest", "Una versió anterior d'aquest",
            "Una versió anterior d’aquest",
        ],
    };
}
