namespace NewsDiff.Languages;

/// <summary>The words of Kazakh.</summary>
internal static class Kazakh
{
    public static readonly Language Words = new()
    {
        Codes = "kk",
        CommonWords =
            "және мен бұл үшін деп бір болып де да бойынша туралы қазақстан осы жылы оның болды кейін өз ол "
            + "жаңа барлық деді болған қарай сондай-ақ екі көп",
        Months =
            "қаңтар қаң,ақпан ақп,наурыз нау,сәуір сәу,мамыр мам,маусым мау,шілде шіл,тамыз там,қыркүйек қыр,"
            + "қазан қаз,қараша қар,желтоқсан жел",
        Weekdays = "дүйсенбі,сейсенбі,сәрсенбі ср,бейсенбі,жұма,сенбі сб,жексенбі",
        DateParticles = "жылғы ж",
        BylineOpenings = ["авторы"],
        CorrectionLabels = ["Түзету"],
        CorrectionSentences = ["Мақаланың алдыңғы нұсқасында"],
    };
}
