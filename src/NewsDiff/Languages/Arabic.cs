namespace NewsDiff.Languages;

/// <summary>The words of Arabic.</summary>
internal static class Arabic
{
    public static readonly Language Words = new()
    {
        Codes = "ar",
        Months =
            "يناير جانفي كانون_الثاني,فبراير فيفري شباط,مارس آذار اذار,أبريل ابريل إبريل أفريل نيسان,"
            + "مايو ماي أيار ايار,يونيو يونيه جوان حزيران,يوليو يوليه جويلية تموز,أغسطس اغسطس غشت أوت آب,"
            + "سبتمبر شتنبر أيلول ايلول,أكتوبر اكتوبر تشرين_الأول تشرين_الاول,نوفمبر نونبر تشرين_الثاني,"
            + "ديسمبر دجنبر كانون_الأول كانون_الاول",
        Weekdays = "الاثنين الإثنين,الثلاثاء,الأربعاء الاربعاء,الخميس,الجمعة,السبت,الأحد الاحد",
        Am = "ص",
        Pm = "م",
        Morning = "صباحا صباحًا صباح",
        Midday = "ظهرا ظهرًا ظهر",
        Afternoon = "عصر عصرا عصرًا",
        Later = "مساء مساءا مساءً",
        Night = "ليلا ليلًا",
        DateParticles = "من لعام سنة عام",
        ClockWords = "الساعة ساعة على بتوقيت في",
        UpdateLabels = ["تحديث"],
        PublishLabels = ["نشر"],
        Labels = ["إعلان"],
        CorrectionLabels = ["تصحيح", "تصويب", "استدراك"],
        CorrectionSentences = ["تم تصحيح هذا", "نسخة سابقة من هذا"],
        ErrorTitles = ["الصفحة غير موجودة"],
    };
}
