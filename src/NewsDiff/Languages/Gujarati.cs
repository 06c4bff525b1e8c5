namespace NewsDiff.Languages;

/// <summary>The words of Gujarati.</summary>
internal static class Gujarati
{
    public static readonly Language Words = new()
    {
        Codes = "gu",
        Months =
            "જાન્યુઆરી જાન્યુ,ફેબ્રુઆરી ફેબ્રુ,માર્ચ,એપ્રિલ,મે,જૂન,જુલાઈ,ઑગસ્ટ ઓગસ્ટ,સપ્ટેમ્બર સપ્ટે,ઑક્ટોબર "
            + "ઓક્ટોબર ઑક્ટો,નવેમ્બર નવે,ડિસેમ્બર ડિસે",
        Weekdays = "સોમવાર સોમ,મંગળવાર મંગળ,બુધવાર બુધ,ગુરુવાર ગુરુ,શુક્રવાર શુક્ર,શનિવાર શનિ,રવિવાર રવિ",
        BylineOpenings = ["લેખક"],
        NameJoints = [" અને "],
        CorrectionLabels = ["સુધારો"],
    };
}
