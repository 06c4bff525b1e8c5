namespace NewsDiff.Languages;

/// <summary>The words of Basque.</summary>
internal static class Basque
{
    public static readonly Language Words = new()
    {
        Codes = "eu",
        Months =
            "urtarrila urtarrilaren,otsaila otsailaren,martxoa martxoaren,apirila apirilaren,maiatza maiatzaren,"
            + "ekaina ekainaren,uztaila uztailaren,abuztua abuztuaren,iraila irailaren,urria urriaren,"
            + "azaroa azaroaren,abendua abenduaren",
        Weekdays = "astelehena,asteartea,asteazkena,osteguna,ostirala,larunbata,igandea",
        DateParticles = "ko",
        BylineOpenings = ["egilea"],
        NameJoints = [" eta "],
    };
}
