using System.Collections.Immutable;

namespace NewsDiff.Dates;

/// <summary>The words for halves of the day, and how they convert a 12-hour clock.</summary>
internal static class DayHalves
{
    private const int Hours = 24;

    /// <summary>The words in lower case, without dots.</summary>
    /// <remarks>"_" is a space, and a prefix such as "nl:" limits a word to a language.</remarks>
    private static readonly ImmutableArray<(DayHalf Half, string Words)> Table =
    [
        (
            DayHalf.Am,
            "am πμ ص قظ לפנהצ 오전 एएम এএম կա үө পূর্বাহ্ণ पूर्वाह्न मपू முற்பகல் ಪೂರ್ವಾಹ್ನ дп проб dop öö ก่อนเที่ยง "
                + "tl:nu fil:nu sv:fm fi:ap hu:de vi:sa sq:pd ms:pg af:vm cy:yb eo:atm ga:rn is:fh ku:bn so:gh so:sn "
                + "uz:to uz:то ps:غم претпл moies "
                + "priešpiet priekšpusdienā iđitbeaivet safiya таңкы günortadan_öň چۈشتىن_بۇرۇن ጥዋት පෙව ກ່ອນທ່ຽງ နံနက်"),
        (
            DayHalf.Pm,
            "pm μμ م بظ אחהצ 오후 下午 पीएम পিএম կհ үх অপরাহ্ণ अपराह्न मअ मउ मप பிற்பகல் ಅಪರಾಹ್ನ пп слоб odp ös หลังเที่ยง "
                + "tl:nh fil:nh sv:em fi:ip hu:du vi:ch sq:md ptg af:nm cy:yh eo:ptm ga:in is:eh ku:pn so:gd so:gn "
                + "uz:tk uz:тк ps:غو попл sl:pop nomëttes "
                + "popiet pēcpusdienā eahketbeaivet yamma түштөн_кийинки günortadan_soň چۈشتىن_كېيىن ከሰዓት පව "
                + "ຫຼັງທ່ຽງ ညနေ"),
        (
            DayHalf.Morning,
            "morning morgens am_morgen vormittags vormittag am_vormittag matin mañana manhã mattina mattino matí "
            + "dimineața dimineaţa ochtends "
                + "förmiddagen förmiddag morgonen formiddag formiddagen morgenen aamulla aamupäivällä rano ráno "
                + "dopoledne dopoludnia zjutraj dopoldne jutro ujutro "
                + "délelőtt reggel sabah öğleden_önce sáng pagi umaga paradite утра ранку сутринта претпладне "
                + "до_полудня пре_подне прије_подне pre_podne prije_podne prijepodne paradites dopołdnja "
                + "przed_południem 上午 早上 早晨 清晨 清早 午前 朝 아침 صباحا صباحًا صباح صبح قبل‌ازظهر בבוקר सुबह सकाळी সকাল "
                + "সকালে காலை ఉదయం"),
        (DayHalf.Small, "madrugada 凌晨 未明 새벽"),
        (
            DayHalf.Midday,
            "noon midday midi mittags am_mittag mediodía trưa siang tengah_hari öğlen 中午 正午 昼 낮 점심 정오 ظهرا ظهرًا ظهر "
            + "दोपहर दुपारी "
                + "দুপুর দুপুরে دوپہر மதியம் మధ్యాహ్నం"),
        (
            DayHalf.Afternoon,
            "afternoon middags nachmittags nachmittag am_nachmittag am_namittag wótpołdnja popołdnju après-midi "
            + "après_midi tarde tarda pomeriggio după-amiaza nl:middag eftermiddagen "
                + "eftermiddag ettermiddag ettermiddagen iltapäivällä po_południu odpoledne popoludní popoldne "
                + "popoldan poslijepodne poslije_podne послије_подне po_podne popodne поподне délután öğleden_sonra "
                + "chiều petang id:sore hapon pasdite pasdites дня следобед попладне по_подне после_полудня 傍晚 下晝 夕方 "
                + "بعدازظهر بعد‌ازظهر بعد_از_ظهر عصر عصرا عصرًا "
                + "אחר_הצהריים בצהריים বিকেল বিকাল বিকালে বিকেলে సాయంత్రం"),
        (DayHalf.Later, "午後 مساء مساءا مساءً"),
        (
            DayHalf.Evening,
            "evening abends am_abend soir avonds kvällen kveld kvelden aftenen illalla wieczorem večer zvečer "
            + "navečer akşam seara hu:este it:sera vespre tối gabi "
                + "вечера вечора вечерта 晚上 晚间 晚間 晚 저녁 בערב शाम सायंकाळी সন্ধ্যা সন্ধ্যায় شام மாலை"),
        (
            DayHalf.Night,
            "night nachts nuit noche noite notte ca:nit natten yöllä v_noci w_nocy ponoči gece malam đêm ночи ночі "
            + "нощта 夜 深夜 夜间 夜間 半夜 밤 ليلا ليلًا شب "
                + "בלילה रात रात्री রাত রাতে رات இரவு రాత్రి"),
    ];

    /// <summary>For each half, the hours of the day for 0 to 12; -1 if unknown.</summary>
    private static readonly ImmutableArray<ImmutableArray<int>> HoursOf =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0],
        [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 12],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1],
        [0, 1, 2, 3, 4, 5, 6, -1, -1, -1, -1, -1, 0],
        [-1, 13, 14, 15, -1, -1, -1, -1, -1, -1, -1, 11, 12],
        [-1, 13, 14, 15, 16, 17, 18, 19, 20, 21, -1, -1, 12],
        [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, -1],
        [-1, -1, -1, -1, 16, 17, 18, 19, 20, 21, 22, 23, -1],
        [-1, -1, -1, -1, -1, -1, -1, 19, 20, 21, 22, 23, -1],
    ];

    /// <summary>All words with their meanings.</summary>
    public static IEnumerable<(string Word, DayHalf Half)> Words =>
        from row in Table from word in row.Words.Split(' ') select (word.Replace('_', ' '), row.Half);

    /// <summary>The hour of the day; null when the word is ambiguous or contradicts the clock.</summary>
    /// <param name="half">The half of the day, or none.</param>
    /// <param name="hour">The hour that the clock shows.</param>
    public static int? HourOf(DayHalf half, int hour)
    {
        if (hour is < 0 or >= Hours)
        {
            return null;
        }

        if (hour > 12)
        {
            return half == DayHalf.None || HoursOf[(int)half].Contains(hour) ? hour : null;
        }

        int read = HoursOf[(int)half][hour];
        return read < 0 ? null : read;
    }
}
