namespace NewsDiff.Languages;

/// <summary>The words of Serbian in Latin letters.</summary>
internal static class Serbian
{
    public static readonly Language Words = new()
    {
        Codes = "sr bs sh",
        CommonWords =
            "i je u na se da za su od sa o a koji bi će nije iz do što kao koje to ali ne bio koja samo više "
            + "po ili već biti prema nakon tokom ko gde bila još godine posle rekao kaže",
        Months =
            "januar januara jan,februar februara feb,mart marta mar,april aprila apr,maj maja,jun juna juni,"
            + "jul jula juli,avgust avgusta avg august augusta,septembar septembra sep,oktobar oktobra okt,"
            + "novembar novembra nov,decembar decembra dec",
        Weekdays =
            "ponedeljak ponedjeljak pon,utorak uto,sreda srijeda sre,četvrtak čet,petak pet,subota sub,"
            + "nedelja nedjelja ned",
        Morning = "pre_podne ujutro",
        Afternoon = "po_podne popodne popoldan",
        ClockWords = "u od",
        PublishLabels = ["objavljeno"],
        BylineOpenings = ["piše", "autor", "autorka"],
        NameJoints = [" i "],
        CorrectionLabels = ["Ispravka"],
        CorrectionSentences = ["U prethodnoj verziji teksta", "U ranijoj verziji teksta"],
    };
}
