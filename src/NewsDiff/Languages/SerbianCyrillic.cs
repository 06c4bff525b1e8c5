namespace NewsDiff.Languages;

/// <summary>The words of Serbian in Cyrillic letters.</summary>
internal static class SerbianCyrillic
{
    public static readonly Language Words = new()
    {
        Codes = "sr bs",
        CommonWords =
            "и је у на се да за су од са о а који би ће није из до што као које то али не био која само више "
            + "по или већ бити према након током ко где била још године после рекао каже",
        Months =
            "јануар јануара јан,фебруар фебруара феб,март марта мар,април априла апр,мај маја,јун јуна јуни,"
            + "јул јула јули,август августа авг,септембар септембра сеп,октобар октобра окт,новембар новембра нов,"
            + "децембар децембра дец",
        Weekdays = "понедељак пон,уторак уто,среда сре,четвртак чет,петак пет,субота суб,недеља нед",
        Morning = "пре_подне прије_подне",
        Afternoon = "по_подне поподне послије_подне",
        DateParticles = "година",
        BylineOpenings = ["пише", "аутор"],
        NameJoints = [" и "],
        CorrectionLabels = ["Поправка", "Исправка"],
        CorrectionSentences = ["У претходној верзији текста", "У ранијој верзији текста"],
    };
}
