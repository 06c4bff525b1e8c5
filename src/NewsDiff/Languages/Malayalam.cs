namespace NewsDiff.Languages;

/// <summary>The words of Malayalam.</summary>
internal static class Malayalam
{
    public static readonly Language Words = new()
    {
        Codes = "ml",
        Months =
            "ജനുവരി ജനു,ഫെബ്രുവരി ഫെബ്രു,മാർച്ച് മാർ,ഏപ്രിൽ ഏപ്രി,മേയ് മെയ്,ജൂൺ,ജൂലൈ,ഓഗസ്റ്റ്,സെപ്റ്റംബർ "
            + "സെപ്റ്റം,ഒക്ടോബർ ഒക്‌ടോബർ ഒക്ടോ,നവംബർ നവം,ഡിസംബർ ഡിസം",
        Weekdays =
            "തിങ്കളാഴ്‌ച തിങ്കൾ,ചൊവ്വാഴ്‌ച ചൊവ്വ,ബുധനാഴ്‌ച ബുധൻ,വ്യാഴാഴ്‌ച വ്യാഴം,വെള്ളിയാഴ്‌ച വെള്ളി,"
            + "ശനിയാഴ്‌ച ശനി,ഞായറാഴ്‌ച ഞായർ",
        BylineOpenings = ["എഴുതിയത്", "ലേഖകൻ"],
        CorrectionLabels = ["തിരുത്ത്"],
    };
}
