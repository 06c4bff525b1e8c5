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
        Months =
            "जानेवारी जाने,फेब्रुवारी फेब्रु,मार्च,एप्रिल एप्रि,मे,जून,जुलै,ऑगस्ट,सप्टेंबर सप्टें,ऑक्टोबर "
            + "ऑक्टो,नोव्हेंबर नोव्हें,डिसेंबर डिसें",
        Weekdays = "सोमवार सोम,मंगळवार मंगळ,बुधवार बुध,गुरुवार गुरु,शुक्रवार शुक्र,शनिवार शनि,रविवार रवि",
        Am = "मपू",
        Pm = "मअ मउ मप",
        Morning = "सकाळी",
        Midday = "दुपारी",
        Evening = "सायंकाळी",
        Night = "रात्री",
        BylineOpenings = ["लेखक", "लेखिका", "द्वारे"],
        NameJoints = [" आणि "],
        CorrectionLabels = ["दुरुस्ती", "शुद्धिपत्र"],
    };
}
