namespace NewsDiff.Languages;

/// <summary>The words of Albanian.</summary>
internal static class Albanian
{
    public static readonly Language Words = new()
    {
        Codes = "sq",
        CommonWords =
            "të e në dhe i për me një që nga së ka është më si por se nuk janë do kjo ky u ishte prej tij duke "
            + "pas kanë edhe ndërsa ai ajo saj këtë kur deri kishte tha",
        Months = "janar jan,shkurt,mars mar,prill,maj,qershor,korrik korr,gusht gush,shtator,tetor,nëntor,dhjetor",
        Weekdays = "hënë,martë mar,mërkurë,enjte,premte,shtunë,diel",
        Am = "sq:pd",
        Pm = "sq:md",
        Morning = "paradite paradites",
        Afternoon = "pasdite pasdites",
        ClockWords = "ora",
        HalfParticles = "e",
        BylineOpenings = ["shkruar nga", "autori"],
        NameJoints = [" dhe "],
        CorrectionLabels = ["Korrigjim", "Saktësim"],
        CorrectionSentences = ["Në një version të mëparshëm të"],
    };
}
