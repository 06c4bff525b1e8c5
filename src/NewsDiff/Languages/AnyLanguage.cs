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
        Labels = ["facebook", "twitter", "whatsapp"],
    };
}
