namespace NewsDiff.Languages;

/// <summary>The words of Malay.</summary>
internal static class Malay
{
    public static readonly Language Words = new()
    {
        Codes = "ms",
        Months =
            "januari jan,februari feb,mac,april apr,mei,jun,julai,ogos ogo,september sep,oktober okt,november nov,"
            + "disember dis",
        Weekdays = "isnin isn,selasa sel,rabu rab,khamis kha,jumaat jum,sabtu sab,ahad ahd",
        Am = "ms:pg",
        Pm = "ptg",
        Morning = "pagi",
        Midday = "tengah_hari",
        Afternoon = "petang",
        Night = "malam",
        DateParticles = "hb",
        ClockWords = "pukul jam",
        BylineOpenings = ["ditulis oleh", "penulis"],
        NameJoints = [" dan "],
        Labels = ["iklan"],
        CorrectionLabels = ["Ralat", "Pembetulan"],
    };
}
