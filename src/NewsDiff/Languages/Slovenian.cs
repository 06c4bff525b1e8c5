namespace NewsDiff.Languages;

/// <summary>The words of Slovenian.</summary>
internal static class Slovenian
{
    public static readonly Language Words = new()
    {
        Codes = "sl",
        CommonWords =
            "in je v na se za da ki so z pa ne s po bi kot tudi ni to še pri od bo iz ob do sem smo več med "
            + "bil jih le bila tem kako že bilo lahko pred zaradi tako vse nekaj leta",
        Months =
            "januarja januar jan,februarja februar feb,marca marec mar,aprila april apr,maja maj,junija junij jun,"
            + "julija julij jul,avgusta avgust avg,septembra september sep,oktobra oktober okt,novembra november nov,"
            + "decembra december dec",
        Weekdays = "ponedeljek pon,torek tor,sreda sre,četrtek čet,petek pet,sobota sob,nedelja ned",
        Pm = "sl:pop",
        Morning = "zjutraj dopoldne",
        Afternoon = "popoldne",
        Evening = "zvečer",
        Night = "ponoči",
        ClockWords = "ob",
        PublishLabels = ["objavljeno"],
        BylineOpenings = ["piše", "avtor", "avtorica"],
        Labels = ["reklama"],
        CorrectionLabels = ["Popravek"],
        CorrectionSentences = ["V prejšnji različici članka", "V prvotni različici članka"],
    };
}
