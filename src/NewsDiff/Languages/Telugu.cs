namespace NewsDiff.Languages;

/// <summary>The words of Telugu.</summary>
internal static class Telugu
{
    public static readonly Language Words = new()
    {
        Codes = "te",
        Months =
            "జనవరి,ఫిబ్రవరి,మార్చి,ఏప్రిల్,మే,జూన్,జులై జూలై,ఆగస్టు,సెప్టెంబర్ సెప్టెంబరు,అక్టోబర్ అక్టోబరు,"
            + "నవంబర్ నవంబరు,డిసెంబర్ డిసెంబరు",
        Morning = "ఉదయం",
        Midday = "మధ్యాహ్నం",
        Afternoon = "సాయంత్రం",
        Night = "రాత్రి",
        BylineOpenings = ["రచయిత"],
        NameJoints = [" మరియు "],
    };
}
