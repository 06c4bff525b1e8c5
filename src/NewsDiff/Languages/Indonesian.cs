namespace NewsDiff.Languages;

/// <summary>The words of Indonesian.</summary>
internal static class Indonesian
{
    public static readonly Language Words = new()
    {
        Codes = "id",
        CommonWords =
            "yang dan di dari ini untuk dengan pada tidak itu dalam akan tersebut juga ada ke oleh karena kata "
            + "saat sebagai bisa lebih telah sudah para atau menjadi mereka namun ia kami tak bahwa hal setelah "
            + "antara harus seperti orang",
        Months =
            "januari jan,februari feb,maret mar,april apr,mei,juni jun,juli jul,agustus agu agt,september sep,"
            + "oktober okt,november nov nop,desember des",
        Weekdays = "senin sen,selasa sel,rabu rab,kamis kam,jumat jum,sabtu sab,minggu min",
        Morning = "pagi",
        Midday = "siang",
        Afternoon = "id:sore",
        Night = "malam",
        DateParticles = "thn",
        ClockWords = "pukul pkl jam",
        UpdateLabels = ["diperbarui"],
        PublishLabels = ["diterbitkan"],
        BylineOpenings = ["ditulis oleh", "penulis", "oleh"],
        NameJoints = [" dan "],
        Occupations = ["wartawan"],
        AuthorFolders = "penulis",
        PictureLabels = "foto",
        Labels = ["iklan"],
        CorrectionLabels = ["Koreksi", "Ralat"],
        CorrectionSentences = ["Versi sebelumnya dari artikel", "Artikel ini telah dikoreksi"],
        CommentWords = "komentar",
    };
}
