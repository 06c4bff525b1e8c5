namespace NewsDiff.Languages;

/// <summary>The words of Gujarati.</summary>
internal static class Gujarati
{
    public static readonly Language Words = new()
    {
        Codes = "gu",
        Months = "જાન્યુઆરી,ફેબ્રુઆરી,માર્ચ,એપ્રિલ,મે,જૂન,જુલાઈ,ઑગસ્ટ ઓગસ્ટ,સપ્ટેમ્બર,ઑક્ટોબર ઓક્ટોબર,નવેમ્બર,ડિસેમ્બર",
        BylineOpenings = ["લેખક"],
        NameJoints = [" અને "],
    };
}
