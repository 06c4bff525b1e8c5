namespace NewsDiff.Languages;

/// <summary>The words of Tamil.</summary>
internal static class Tamil
{
    public static readonly Language Words = new()
    {
        Codes = "ta",
        Months =
            "ஜனவரி,பிப்ரவரி பிப்,மார்ச் மார்,ஏப்ரல் ஏப்,மே,ஜூன்,ஜூலை,ஆகஸ்ட்,செப்டம்பர் செப்,அக்டோபர் அக்,"
            + "நவம்பர்,டிசம்பர் டிச",
        Weekdays = "திங்கள் திங்,செவ்வாய் செவ்,புதன் புத,வியாழன் வியா,வெள்ளி வெள்,சனி,ஞாயிறு ஞாயி",
        Am = "முற்பகல்",
        Pm = "பிற்பகல்",
        Morning = "காலை",
        Midday = "மதியம்",
        Evening = "மாலை",
        Night = "இரவு",
        BylineOpenings = ["எழுதியவர்", "ஆசிரியர்"],
        NameJoints = [" மற்றும் "],
        CorrectionLabels = ["திருத்தம்"],
    };
}
