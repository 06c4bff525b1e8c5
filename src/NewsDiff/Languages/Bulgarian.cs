namespace NewsDiff.Languages;

/// <summary>The words of Bulgarian.</summary>
internal static class Bulgarian
{
    public static readonly Language Words = new()
    {
        Codes = "bg",
        Months =
            "януари ян яну,февруари фев февр,март мар,април апр,май,юни,юли,август авг,септември сеп септ,"
            + "октомври окт,ноември ное ноем,декември дек",
        Weekdays = "понеделник пн,вторник вт,сряда ср,четвъртък чт,петък пт,събота сб,неделя нд",
        Am = "проб",
        Pm = "слоб",
        Morning = "сутринта",
        Afternoon = "следобед",
        Evening = "вечерта",
        Night = "нощта",
        DateParticles = "г година",
        ClockWords = "в час ч г г.",
        PublishLabels = ["публикуван"],
        BylineOpenings = ["автор", "от"],
        NameJoints = [" и "],
        Labels = ["реклама"],
        CorrectionLabels = ["Поправка"],
    };
}
