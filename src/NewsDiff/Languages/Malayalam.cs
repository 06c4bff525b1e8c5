namespace NewsDiff.Languages;

/// <summary>The words of Malayalam.</summary>
internal static class Malayalam
{
    public static readonly Language Words = new()
    {
        Codes = "ml",
        Months = "ജനുവരി,ഫെബ്രുവരി,മാർച്ച്,ഏപ്രിൽ,മേയ് മെയ്,ജൂൺ,ജൂലൈ,ഓഗസ്റ്റ്,സെപ്റ്റംബർ,ഒക്ടോബർ,നവംബർ,ഡിസംബർ",
        BylineOpenings = ["എഴുതിയത്", "ലേഖകൻ"],
    };
}
