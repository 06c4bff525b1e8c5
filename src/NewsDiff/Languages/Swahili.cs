namespace NewsDiff.Languages;

/// <summary>The words of Swahili.</summary>
internal static class Swahili
{
    public static readonly Language Words = new()
    {
        Codes = "sw",
        CommonWords =
            "ya na wa kwa katika ni la kuwa za hiyo huo alisema baada cha kama hii wakati lakini yake watu pia "
            + "hilo huku mwaka yao zaidi wao vya hata mwa kutoka kwamba huyo",
        Months =
            "januari jan,februari feb,machi mac,aprili apr,mei,juni jun,julai jul,agosti ago,septemba sep,oktoba okt,"
            + "novemba nov,desemba des",
        Weekdays = "jumatatu,jumanne,jumatano,alhamisi,ijumaa,jumamosi,jumapili",
        BylineOpenings = ["mwandishi"],
        CorrectionLabels = ["Marekebisho", "Masahihisho"],
    };
}
