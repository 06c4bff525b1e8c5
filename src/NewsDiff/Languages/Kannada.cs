namespace NewsDiff.Languages;

/// <summary>The words of Kannada.</summary>
internal static class Kannada
{
    public static readonly Language Words = new()
    {
        Codes = "kn",
        Months =
            "ಜನವರಿ,ಫೆಬ್ರವರಿ ಫೆಬ್ರ,ಮಾರ್ಚ್,ಏಪ್ರಿಲ್ ಏಪ್ರಿ,ಮೇ,ಜೂನ್,ಜುಲೈ,ಆಗಸ್ಟ್,ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ,ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ,"
            + "ನವೆಂಬರ್ ನವೆಂ,ಡಿಸೆಂಬರ್ ಡಿಸೆಂ",
        Weekdays = "ಸೋಮವಾರ ಸೋಮ,ಮಂಗಳವಾರ ಮಂಗಳ,ಬುಧವಾರ ಬುಧ,ಗುರುವಾರ ಗುರು,ಶುಕ್ರವಾರ ಶುಕ್ರ,ಶನಿವಾರ ಶನಿ,ಭಾನುವಾರ ಭಾನು",
        Am = "ಪೂರ್ವಾಹ್ನ",
        Pm = "ಅಪರಾಹ್ನ",
        BylineOpenings = ["ಲೇಖಕ", "ಲೇಖಕರು"],
        NameJoints = [" ಮತ್ತು "],
        CorrectionLabels = ["ತಿದ್ದುಪಡಿ"],
    };
}
