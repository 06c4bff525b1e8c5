namespace NewsDiff.Languages;

/// <summary>The words of Punjabi.</summary>
internal static class Punjabi
{
    public static readonly Language Words = new()
    {
        Codes = "pa",
        Months =
            "ਜਨਵਰੀ,ਫ਼ਰਵਰੀ ਫਰਵਰੀ ਫ਼ਰ,ਮਾਰਚ,ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ,ਮਈ,ਜੂਨ,ਜੁਲਾਈ ਜੁਲਾ,ਅਗਸਤ,ਸਤੰਬਰ ਸਤੰ,ਅਕਤੂਬਰ ਅਕਤੂ,ਨਵੰਬਰ ਨਵੰ,"
            + "ਦਸੰਬਰ ਦਸੰ",
        Weekdays = "ਸੋਮਵਾਰ ਸੋਮ,ਮੰਗਲਵਾਰ ਮੰਗਲ,ਬੁੱਧਵਾਰ ਬੁੱਧ,ਵੀਰਵਾਰ ਵੀਰ,ਸ਼ੁੱਕਰਵਾਰ ਸ਼ੁੱਕਰ,ਸ਼ਨਿੱਚਰਵਾਰ ਸ਼ਨਿੱਚਰ,ਐਤਵਾਰ",
        BylineOpenings = ["ਲੇਖਕ"],
        NameJoints = [" ਅਤੇ "],
        CorrectionLabels = ["ਸੋਧ"],
    };
}
