namespace NewsDiff.Languages;

/// <summary>The words of Malay.</summary>
internal static class Malay
{
    public static readonly Language Words = new()
    {
        Codes = "ms",
        CommonWords =
            "yang dan di dari ini untuk dengan pada tidak itu dalam akan tersebut juga ada ke oleh kerana kata "
            + "sebagai lebih telah para atau menjadi mereka beliau ialah kepada boleh serta katanya bagi adalah "
            + "bahawa namun supaya",
        Months =
            "januari jan,februari feb,mac,april apr,mei,jun,julai jul,ogos ogo,september sep,oktober okt,"
            + "november nov,disember dis",
        Weekdays = "isnin isn,selasa sel,rabu rab,khamis kha,jumaat jum,sabtu sab,ahad ahd",
        Am = "ms:pg",
        Pm = "ptg",
        Morning = "pagi",
        Midday = "tengah_hari",
        Afternoon = "petang",
        Night = "malam",
        DateParticles = "hb",
        ClockWords = "pukul jam",
        BylineOpenings = ["ditulis oleh", "penulis", "oleh"],
        NameJoints = [" dan "],
        Labels = ["iklan"],
        CorrectionLabels = ["Ralat", "Pembetulan"],
    };
}
