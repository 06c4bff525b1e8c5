namespace NewsDiff.Languages;

/// <summary>The words of Marathi.</summary>
internal static class Marathi
{
    public static readonly Language Words = new()
    {
        Codes = "mr",
        CommonWords =
            "आहे आणि या च्या आहेत हे ही व तर मध्ये केली की केले होते ते नाही होती हा करण्यात झाली त्यांनी "
            + "यांनी असे केला साठी काही तो येथे म्हणून एक पण",
        Months = "जानेवारी,फेब्रुवारी,मार्च,एप्रिल,मे,जून,जुलै,ऑगस्ट,सप्टेंबर,ऑक्टोबर,नोव्हेंबर,डिसेंबर",
        Weekdays = "सोमवार,मंगळवार,बुधवार,गुरुवार,शुक्रवार,शनिवार,रविवार",
        Am = "मपू",
        Pm = "मअ मउ मप",
        Morning = "सकाळी",
        Midday = "दुपारी",
        Evening = "सायंकाळी",
        Night = "रात्री",
        BylineOpenings = ["लेखक", "लेखिका", "द्वारे"],
        NameJoints = [" आणि "],
    };
}
