namespace NewsDiff.Languages;

/// <summary>The words of Macedonian.</summary>
internal static class Macedonian
{
    public static readonly Language Words = new()
    {
        Codes = "mk",
        CommonWords =
            "на и да во се за од со не дека е ќе по што ги како го која кој но или при до ја тој само биде има "
            + "бил беше меѓу кои повеќе овој оваа таа би",
        Months =
            "јануари јан,февруари фев,март мар,април апр,мај,јуни јун,јули јул,август авг,септември сеп септ,"
            + "октомври окт,ноември ное ноем,декември дек",
        Weekdays = "понеделник пон,вторник вто,среда сре,четврток чет,петок пет,сабота саб,недела нед",
        Am = "претпл",
        Pm = "попл",
        Morning = "претпладне",
        Afternoon = "попладне",
        DateParticles = "година",
        BylineOpenings = ["пишува", "автор"],
        NameJoints = [" и "],
        CorrectionLabels = ["Исправка", "Поправка"],
        CorrectionSentences = ["Во претходната верзија на текстот"],
    };
}
