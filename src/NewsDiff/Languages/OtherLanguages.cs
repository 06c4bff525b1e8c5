using System.Collections.Immutable;

namespace NewsDiff.Languages;

/// <summary>Languages of which only the halves of the day are known.</summary>
internal static class OtherLanguages
{
    public static readonly ImmutableArray<Language> All =
    [
        new() { Codes = "mn", WritesYearFirst = true, Am = "үө", Pm = "үх" },
        new() { Codes = "ga", Country = "IE", Am = "ga:rn", Pm = "ga:in" },
        new() { Codes = "eo", Am = "eo:atm", Pm = "eo:ptm" },
        new() { Codes = "ku", Am = "ku:bn", Pm = "ku:pn" },
        new() { Codes = "so", Am = "so:gh so:sn", Pm = "so:gd so:gn" },
        new() { Codes = "ps", Am = "ps:غم", Pm = "ps:غو" },
        new() { Codes = "lb", Am = "moies", Pm = "nomëttes" },
        new() { Codes = "gsw", Afternoon = "am_namittag" },
        new() { Codes = "hsb dsb", Morning = "dopołdnja", Afternoon = "wótpołdnja popołdnju" },
        new() { Codes = "se", Am = "iđitbeaivet", Pm = "eahketbeaivet" },
        new() { Codes = "ha", Am = "safiya", Pm = "yamma" },
        new() { Codes = "ky", Am = "таңкы", Pm = "түштөн_кийинки" },
        new() { Codes = "tk", Am = "günortadan_öň", Pm = "günortadan_soň" },
        new() { Codes = "ug", Am = "چۈشتىن_بۇرۇن", Pm = "چۈشتىن_كېيىن" },
        new() { Codes = "am", Am = "ጥዋት", Pm = "ከሰዓት" },
        new() { Codes = "si", Am = "පෙව", Pm = "පව" },
        new() { Codes = "lo", Am = "ກ່ອນທ່ຽງ", Pm = "ຫຼັງທ່ຽງ" },
        new() { Codes = "my", Am = "နံနက်", Pm = "ညနေ" },
    ];
}
