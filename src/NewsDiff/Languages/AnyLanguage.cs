namespace NewsDiff.Languages;

/// <summary>The words that many languages share.</summary>
internal static class AnyLanguage
{
    public static readonly Language Words = new()
    {
        ClockWords = "t z h min",
        HalfParticles = "h",
        NameJoints =
        [
            " & ", "、", "،", ";", "|", "/", "•", "●", "·", "\n", " – ", " — ", " - ", ",", "，", "；", "／", "｜",
        ],
        NotNames =
        [
            "admin", "administrator", "none", "null", "phd", "md", "m.d.", "ph.d.", "rd", "jr", "user", "root",
            "webmaster", "facebook", "twitter", "x", "instagram", "linkedin", "youtube", "whatsapp", "telegram",
            "tiktok", "pinterest", "reddit", "rss",
        ],
        NameSuffixes =
            "MD DO RN NP PA DVM VMD DDS DMD PharmD PsyD EdD PhD DPhil DSc MS MSc MA MBA MPH MPhil MSW BA BS BSc JD LLM "
            + "LLB CPA CFP CFA RD RDN LD LCSW LMFT FRCP FRCS MRCP OBE MBE CBE QC KC",
        Labels = ["facebook", "twitter", "whatsapp"],
    };
}
