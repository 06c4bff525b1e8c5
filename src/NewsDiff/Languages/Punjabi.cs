namespace NewsDiff.Languages;

/// <summary>The words of Punjabi.</summary>
internal static class Punjabi
{
    public static readonly Language Words = new()
    {
        Codes = "pa",
        Months = "ਜਨਵਰੀ,ਫ਼ਰਵਰੀ ਫਰਵਰੀ,ਮਾਰਚ,ਅਪ੍ਰੈਲ,ਮਈ,ਜੂਨ,ਜੁਲਾਈ,ਅਗਸਤ,ਸਤੰਬਰ,ਅਕਤੂਬਰ,ਨਵੰਬਰ,ਦਸੰਬਰ",
        BylineOpenings = ["ਲੇਖਕ"],
        NameJoints = [" ਅਤੇ "],
    };
}
