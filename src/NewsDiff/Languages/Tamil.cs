namespace NewsDiff.Languages;

/// <summary>The words of Tamil.</summary>
internal static class Tamil
{
    public static readonly Language Words = new()
    {
        Codes = "ta",
        Months = "ஜனவரி,பிப்ரவரி,மார்ச்,ஏப்ரல்,மே,ஜூன்,ஜூலை,ஆகஸ்ட்,செப்டம்பர்,அக்டோபர்,நவம்பர்,டிசம்பர்",
        Weekdays = "திங்கள்,செவ்வாய்,புதன்,வியாழன்,வெள்ளி,சனி,ஞாயிறு",
        Am = "முற்பகல்",
        Pm = "பிற்பகல்",
        Morning = "காலை",
        Midday = "மதியம்",
        Evening = "மாலை",
        Night = "இரவு",
        BylineOpenings = ["எழுதியவர்", "ஆசிரியர்"],
        NameJoints = [" மற்றும் "],
    };
}
