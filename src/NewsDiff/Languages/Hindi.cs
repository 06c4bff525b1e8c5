namespace NewsDiff.Languages;

/// <summary>The words of Hindi.</summary>
internal static class Hindi
{
    public static readonly Language Words = new()
    {
        Codes = "hi",
        Country = "IN",
        Months =
            "जनवरी,फ़रवरी फरवरी,मार्च,अप्रैल,मई,जून,जुलाई,अगस्त,सितंबर सितम्बर,अक्टूबर अक्तूबर,नवंबर नवम्बर,"
            + "दिसंबर दिसम्बर",
        Weekdays =
            "सोमवार सोम,मंगलवार मंगल,बुधवार बुध,गुरुवार बृहस्पतिवार गुरु,शुक्रवार शुक्र,शनिवार शनि,रविवार इतवार रवि",
        Am = "एएम पूर्वाह्न",
        Pm = "पीएम अपराह्न",
        Morning = "सुबह",
        Midday = "दोपहर",
        Evening = "शाम",
        Night = "रात",
        ClockWords = "बजे को",
        HalfParticles = "बजे",
        UpdateLabels = ["अपडेट"],
        PublishLabels = ["प्रकाशित"],
        CorrectionLabels = ["सुधार", "भूल सुधार", "सुधार सूचना"],
    };
}
