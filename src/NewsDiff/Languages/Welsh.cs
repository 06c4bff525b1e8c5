namespace NewsDiff.Languages;

/// <summary>The words of Welsh.</summary>
internal static class Welsh
{
    public static readonly Language Words = new()
    {
        Codes = "cy",
        Months =
            "ionawr ion,chwefror chwef,mawrth maw,ebrill ebr,mai,mehefin meh,gorffennaf gorff,awst,medi,hydref hyd,"
            + "tachwedd tach,rhagfyr rhag",
        Weekdays = "llun,mawrth maw,mercher mer,iau,gwener gwe,sadwrn sad,sul",
        Am = "cy:yb",
        Pm = "cy:yh",
        BylineOpenings = ["ysgrifennwyd gan"],
    };
}
