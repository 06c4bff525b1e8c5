namespace NewsDiff.Languages;

/// <summary>The words of Albanian.</summary>
internal static class Albanian
{
    public static readonly Language Words = new()
    {
        Codes = "sq",
        Months = "janar jan,shkurt,mars mar,prill,maj,qershor,korrik,gusht,shtator,tetor,nëntor,dhjetor",
        Weekdays = "hënë,martë mar,mërkurë,enjte,premte,shtunë,diel",
        Am = "sq:pd",
        Pm = "sq:md",
        Morning = "paradite paradites",
        Afternoon = "pasdite pasdites",
        ClockWords = "ora",
        HalfParticles = "e",
        BylineOpenings = ["shkruar nga", "autori"],
        NameJoints = [" dhe "],
    };
}
