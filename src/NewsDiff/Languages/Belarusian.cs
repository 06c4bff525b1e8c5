namespace NewsDiff.Languages;

/// <summary>The words of Belarusian.</summary>
internal static class Belarusian
{
    public static readonly Language Words = new()
    {
        Codes = "be",
        Months =
            "студзеня студзень,лютага люты,сакавіка сакавік,красавіка красавік,мая траўня май,чэрвеня чэрвень,"
            + "ліпеня ліпень,жніўня жнівень,верасня верасень,кастрычніка кастрычнік,лістапада лістапад,снежня снежань",
        Weekdays = "панядзелак,аўторак,серада,чацвер,пятніца,субота,нядзеля",
        BylineOpenings = ["аўтар"],
    };
}
