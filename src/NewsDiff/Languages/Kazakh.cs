namespace NewsDiff.Languages;

/// <summary>The words of Kazakh.</summary>
internal static class Kazakh
{
    public static readonly Language Words = new()
    {
        Codes = "kk",
        Months = "қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан",
        DateParticles = "жылғы",
        BylineOpenings = ["авторы"],
    };
}
