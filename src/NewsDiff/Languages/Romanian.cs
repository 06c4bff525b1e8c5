namespace NewsDiff.Languages;

/// <summary>The words of Romanian.</summary>
internal static class Romanian
{
    public static readonly Language Words = new()
    {
        Codes = "ro mo",
        CommonWords =
            "de și în a la cu care pe din nu o un că se mai au este pentru să sunt fost fi ca sau ce prin după "
            + "lui dar dintre acest această cel cei iar ale al ei până între unui despre fără ani foarte",
        Months =
            "ianuarie ian,februarie feb,martie mar,aprilie apr,mai,iunie iun,iulie iul,august aug,"
            + "septembrie sept sep,octombrie oct,noiembrie noi nov,decembrie dec",
        Weekdays =
            "luni lun,marți marţi marti mar,miercuri mie,joi,vineri vin,sâmbătă sambata sâm sam,duminică duminica dum",
        Morning = "dimineața dimineaţa",
        Afternoon = "după-amiaza",
        Evening = "seara",
        ClockWords = "ora la",
        HalfParticles = "a în",
        UpdateLabels = ["actualizat"],
        PublishLabels = ["publicat"],
        BylineOpenings = ["de", "scris de", "autor"],
        NameJoints = [" și "],
        PictureLabels = "foto",
        CorrectionLabels = ["Rectificare", "Erată", "Corectură"],
        CorrectionSentences =
        [
            "Într-o versiune anterioară a articolului", "Într-o versiune anterioară a acest",
            "O versiune anterioară a acest",
        ],
        Abbreviations = "dl dna d-l d-na dr prof ing gen col sf str bd nr art alin pag ex mil mld lei",
        CommentWords = "coment",
    };
}
