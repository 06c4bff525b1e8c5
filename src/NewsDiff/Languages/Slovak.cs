namespace NewsDiff.Languages;

/// <summary>The words of Slovak.</summary>
internal static class Slovak
{
    public static readonly Language Words = new()
    {
        Codes = "sk",
        CommonWords =
            "a v sa na je že s z do o to aj k vo pre za by ale si po sú ako podľa tak jeho od ktoré ktorý už "
            + "bol alebo bolo len pri byť čo keď bola má ani pred roku viac nie však ktorá tým",
        Months =
            "januára január jan,februára február feb,marca marec mar,apríla apríl apr,mája máj,júna jún,júla júl,"
            + "augusta august aug,septembra september sep,októbra október okt,novembra november nov,"
            + "decembra december dec",
        Weekdays = "pondelok po,utorok ut,streda st,štvrtok št,piatok pi,sobota so,nedeľa ne",
        Morning = "ráno dopoludnia",
        Afternoon = "popoludní",
        Evening = "večer",
        Night = "v_noci",
        UpdateLabels = ["aktualizov"],
        BylineOpenings = ["autor", "autorka", "napísal", "napísala"],
        NameJoints = [" a "],
        Labels = ["reklama"],
        CorrectionLabels = ["Oprava"],
        CorrectionSentences =
        [
            "V predchádzajúcej verzii článku", "V pôvodnej verzii článku", "V predchádzajúcej verzii textu",
        ],
    };
}
