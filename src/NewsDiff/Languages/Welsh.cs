namespace NewsDiff.Languages;

/// <summary>The words of Welsh.</summary>
internal static class Welsh
{
    public static readonly Language Words = new()
    {
        Codes = "cy",
        CommonWords =
            "y yn i a o ar ac yr wedi am ei mae fod bod gan gyda eu hynny ond i'r fel at oedd cael hefyd na "
            + "nad o'r roedd bydd un ni pan rhwng dros sydd y'n gwaith",
        Months =
            "ionawr ion,chwefror chwef,mawrth maw,ebrill ebr,mai,mehefin meh,gorffennaf gorff,awst,medi,hydref "
            + "hyd,tachwedd tach,rhagfyr rhag",
        Weekdays =
            "llun dydd_llun,mawrth maw dydd_mawrth,mercher mer dydd_mercher,iau dydd_iau,gwener gwe "
            + "dydd_gwener,sadwrn sad dydd_sadwrn,sul dydd_sul",
        Am = "cy:yb",
        Pm = "cy:yh",
        BylineOpenings = ["ysgrifennwyd gan"],
        CorrectionLabels = ["Cywiriad"],
        CorrectionSentences = ["Roedd fersiwn flaenorol o", "Mewn fersiwn flaenorol o"],
    };
}
