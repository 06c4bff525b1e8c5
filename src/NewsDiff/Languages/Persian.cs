namespace NewsDiff.Languages;

/// <summary>The words of Persian.</summary>
internal static class Persian
{
    public static readonly Language Words = new()
    {
        Codes = "fa",
        WritesYearFirst = true,
        Months = "ژانویه,فوریه,مارس,آوریل,مه می,ژوئن,ژوئیه ژوییه جولای,اوت آگوست,سپتامبر,اکتبر,نوامبر,دسامبر",
        Weekdays = "دوشنبه,سه‌شنبه سه_شنبه,چهارشنبه,پنجشنبه پنج‌شنبه,جمعه,شنبه,یکشنبه یک‌شنبه",
        PersianMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        Am = "قظ",
        Pm = "بظ",
        Morning = "صبح قبل‌ازظهر",
        Midday = "ظهر",
        Afternoon = "بعدازظهر بعد‌ازظهر بعد_از_ظهر عصر",
        Night = "شب",
        ClockWords = "ساعت",
        PublishLabels = ["منتشر"],
        CorrectionLabels = ["اصلاحیه"],
    };
}
