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
        Months = "қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан",
        DateParticles = "жылғы",
        BylineOpenings = ["авторы"],
    };
}
