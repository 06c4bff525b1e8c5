namespace NewsDiff.Languages;

/// <summary>The words of Bengali.</summary>
internal static class Bengali
{
    public static readonly Language Words = new()
    {
        Codes = "bn",
        Country = "BD",
        Months =
            "জানুয়ারি জানুয়ারী জানুয়ারি জানুয়ারী,ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারি ফেব্রুয়ারী,মার্চ,এপ্রিল,মে,"
            + "জুন,জুলাই,আগস্ট আগষ্ট,সেপ্টেম্বর,অক্টোবর,নভেম্বর,ডিসেম্বর",
        Weekdays = "সোমবার,মঙ্গলবার,বুধবার,বৃহস্পতিবার,শুক্রবার,শনিবার,রবিবার রোববার",
        Am = "এএম পূর্বাহ্ণ",
        Pm = "পিএম অপরাহ্ণ",
        Morning = "সকাল সকালে",
        Midday = "দুপুর দুপুরে",
        Afternoon = "বিকেল বিকাল বিকালে বিকেলে",
        Evening = "সন্ধ্যা সন্ধ্যায়",
        Night = "রাত রাতে",
        ClockWords = "নাগাদ",
        HalfParticles = "বাজে",
        PublishLabels = ["প্রকাশ"],
        BylineOpenings = ["লেখক", "লিখেছেন", "প্রতিবেদক", "প্রতিবেদন"],
        NameJoints = [" ও ", " এবং "],
        CorrectionLabels = ["সংশোধনী"],
    };
}
