namespace NewsDiff.Languages;

/// <summary>The words of Telugu.</summary>
internal static class Telugu
{
    public static readonly Language Words = new()
    {
        Codes = "te",
        Months =
            "జనవరి,ఫిబ్రవరి ఫిబ్ర,మార్చి,ఏప్రిల్ ఏప్రి,మే,జూన్,జులై జూలై,ఆగస్టు,సెప్టెంబర్ సెప్టెంబరు సెప్టెం,"
            + "అక్టోబర్ అక్టోబరు అక్టో,నవంబర్ నవంబరు నవం,డిసెంబర్ డిసెంబరు డిసెం",
        Weekdays = "సోమవారం సోమ,మంగళవారం మంగళ,బుధవారం బుధ,గురువారం గురు,శుక్రవారం శుక్ర,శనివారం శని,ఆదివారం ఆది",
        Morning = "ఉదయం",
        Midday = "మధ్యాహ్నం",
        Afternoon = "సాయంత్రం",
        Night = "రాత్రి",
        BylineOpenings = ["రచయిత"],
        NameJoints = [" మరియు "],
        CorrectionLabels = ["సవరణ"],
    };
}
