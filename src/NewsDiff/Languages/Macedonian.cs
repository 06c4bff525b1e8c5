namespace NewsDiff.Languages;

/// <summary>The words of Macedonian.</summary>
internal static class Macedonian
{
    public static readonly Language Words = new()
    {
        Codes = "mk",
        Months =
            "јануари јан,февруари фев,март мар,април апр,мај,јуни јун,јули јул,август авг,септември сеп септ,"
            + "октомври окт,ноември ное,декември дек",
        Weekdays = "понеделник,вторник,среда,четврток,петок,сабота,недела",
        Am = "претпл",
        Pm = "попл",
        Morning = "претпладне",
        Afternoon = "попладне",
        DateParticles = "година",
        BylineOpenings = ["пишува", "автор"],
        NameJoints = [" и "],
    };
}
