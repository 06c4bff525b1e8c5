namespace NewsDiff.Languages;

/// <summary>The words of Basque.</summary>
internal static class Basque
{
    public static readonly Language Words = new()
    {
        Codes = "eu",
        CommonWords =
            "eta da du ez bat dute ere zuen izan dira baina dio ditu egin dela beste bere edo behar zen den "
            + "duen ziren arte hori horrek batean dituzte baino egiten urte gaur gabe oso nahi zituen haien",
        Months =
            "urtarrila urtarrilaren,otsaila otsailaren,martxoa martxoaren,apirila apirilaren,maiatza "
            + "maiatzaren mai,ekaina ekainaren,uztaila uztailaren,abuztua abuztuaren,iraila irailaren,urria "
            + "urriaren,azaroa azaroaren,abendua abenduaren",
        Weekdays = "astelehena,asteartea,asteazkena,osteguna,ostirala,larunbata,igandea",
        DateParticles = "ko",
        BylineOpenings = ["egilea"],
        NameJoints = [" eta "],
        CorrectionLabels = ["Zuzenketa"],
        CorrectionSentences = ["Artikuluaren aurreko bertsio"],
    };
}
