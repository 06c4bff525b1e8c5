namespace NewsDiff.Languages;

/// <summary>The words of Kannada.</summary>
internal static class Kannada
{
    public static readonly Language Words = new()
    {
        Codes = "kn",
        Months = "ಜನವರಿ,ಫೆಬ್ರವರಿ,ಮಾರ್ಚ್,ಏಪ್ರಿಲ್,ಮೇ,ಜೂನ್,ಜುಲೈ,ಆಗಸ್ಟ್,ಸೆಪ್ಟೆಂಬರ್,ಅಕ್ಟೋಬರ್,ನವೆಂಬರ್,ಡಿಸೆಂಬರ್",
        Am = "ಪೂರ್ವಾಹ್ನ",
        Pm = "ಅಪರಾಹ್ನ",
        BylineOpenings = ["ಲೇಖಕ", "ಲೇಖಕರು"],
        NameJoints = [" ಮತ್ತು "],
    };
}
