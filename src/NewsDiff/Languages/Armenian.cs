namespace NewsDiff.Languages;

/// <summary>The words of Armenian.</summary>
internal static class Armenian
{
    public static readonly Language Words = new()
    {
        Codes = "hy",
        Months =
            "հունվարի հունվար,փետրվարի փետրվար,մարտի մարտ,ապրիլի ապրիլ,մայիսի մայիս,հունիսի հունիս,հուլիսի հուլիս,"
            + "օգոստոսի օգոստոս,սեպտեմբերի սեպտեմբեր,հոկտեմբերի հոկտեմբեր,նոյեմբերի նոյեմբեր,դեկտեմբերի դեկտեմբեր",
        Am = "կա",
        Pm = "կհ",
        BylineOpenings = ["հեղինակ"],
        NameJoints = [" և "],
    };
}
