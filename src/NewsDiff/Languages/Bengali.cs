namespace NewsDiff.Languages;

/// <summary>The words of Bengali.</summary>
internal static class Bengali
{
    public static readonly Language Words = new()
    {
        Codes = "bn",
        Country = "BD",
        Months =
            "জানুয়ারি জানুয়ারী জানুয়ারি জানুয়ারী জানু,ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারি ফেব্রুয়ারী ফেব,"
            + "মার্চ,এপ্রিল এপ্রি,মে,জুন,জুলাই জুল,আগস্ট আগষ্ট,সেপ্টেম্বর সেপ,অক্টোবর অক্টো,নভেম্বর নভে,ডিসেম্বর "
            + "ডিসে",
        Weekdays =
            "সোমবার সোম,মঙ্গলবার মঙ্গল,বুধবার বুধ,বৃহস্পতিবার বৃহস্পতি,শুক্রবার শুক্র,শনিবার শনি,রবিবার রোববার "
            + "রবি",
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
        CorrectionLabels = ["সংশোধনী", "সংশোধন", "ভ্রম সংশোধন"],
    };
}
