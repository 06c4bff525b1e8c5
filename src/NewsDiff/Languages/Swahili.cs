namespace NewsDiff.Languages;

/// <summary>The words of Swahili.</summary>
internal static class Swahili
{
    public static readonly Language Words = new()
    {
        Codes = "sw",
        Months =
            "januari jan,februari feb,machi mac,aprili apr,mei,juni jun,julai jul,agosti ago,septemba sep,oktoba okt,"
            + "novemba nov,desemba des",
        Weekdays = "jumatatu,jumanne,jumatano,alhamisi,ijumaa,jumamosi,jumapili",
        BylineOpenings = ["mwandishi"],
    };
}
