namespace NewsDiff.Languages;

/// <summary>The words of Armenian.</summary>
internal static class Armenian
{
    public static readonly Language Words = new()
    {
        Codes = "hy",
        Months =
            "հունվարի հունվար հնվ,փետրվարի փետրվար փտվ,մարտի մարտ մրտ,ապրիլի ապրիլ ապր,մայիսի մայիս մյս,"
            + "հունիսի հունիս հնս,հուլիսի հուլիս հլս,օգոստոսի օգոստոս օգս,սեպտեմբերի սեպտեմբեր սեպ,հոկտեմբերի "
            + "հոկտեմբեր հոկ,նոյեմբերի նոյեմբեր նոյ,դեկտեմբերի դեկտեմբեր դեկ",
        Weekdays = "երկուշաբթի երկ,երեքշաբթի երք,չորեքշաբթի չրք,հինգշաբթի հնգ,ուրբաթ ուր,շաբաթ շբթ,կիրակի կիր",
        Am = "կա",
        Pm = "կհ",
        BylineOpenings = ["հեղինակ"],
        NameJoints = [" և "],
        CorrectionLabels = ["Ուղղում"],
        CorrectionSentences = ["Հոդվածի նախորդ տարբերակում"],
    };
}
