namespace NewsDiff.Languages;

/// <summary>The words of Faroese.</summary>
internal static class Faroese
{
    public static readonly Language Words = new()
    {
        Codes = "fo",
        CommonWords =
            "og at í á til er sum ikki við hevur fyri tað av eru um frá ein hann var skal men verður eitt hava "
            + "teir teimum nú hesum eisini eftir har kann øll onkur sigur vóru sær úr",
        Months =
            "januar jan,februar feb,mars,apríl apr,mai,juni jun,juli jul,august aug,september sep,oktober okt,"
            + "november nov,desember des",
        Weekdays = "mánadagur mán,týsdagur,mikudagur,hósdagur,fríggjadagur,leygardagur,sunnudagur sun",
        CorrectionLabels = ["Rætting"],
    };
}
