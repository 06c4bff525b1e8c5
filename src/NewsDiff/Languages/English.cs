namespace NewsDiff.Languages;

/// <summary>The words of English.</summary>
internal static class English
{
    public static readonly Language Words = new()
    {
        Codes = "en",
        CommonWords =
            "the of and to in a is that for it was on with as he be at by his are have from this they but had "
            + "not which you were her she an their one all there been who has would will more when said what if "
            + "about out up into no than them can only other time could after over also its him two",
        Months =
            "january jan,february feb febr,march mar,april apr,may,june jun,july jul,august aug,september sep sept,"
            + "october oct,november nov,december dec",
        IslamicMonths =
            "muharram,safar,rabi_al_awwal,rabi_al_thani rabi_al_akhir,jumada_al_ula jumada_al_awwal,"
            + "jumada_al_akhirah jumada_al_thani,rajab,shaban shaaban,ramadan ramadhan,shawwal,"
            + "dhu_al_qadah dhul_qadah,dhu_al_hijjah dhul_hijjah",
        IslamicEras = "AH Hijri",
        Weekdays =
            "monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat,"
            + "sunday sun",
        Am = "am",
        Pm = "pm",
        Morning = "morning",
        Midday = "noon midday",
        Afternoon = "afternoon",
        Evening = "evening",
        Night = "night",
        DateParticles = "the of st nd rd th",
        ClockWords =
            "hrs hours at the of by from in on mins minutes read comments local time updated published posted and pt "
            + "ct mt eastern central mountain pacific atlantic european standard daylight summer",
        HalfParticles = "in at the hrs",
        UpdateLabels = ["updated", "last update", "modified", "last reviewed"],
        PublishLabels = ["published", "posted", "first published"],
        BylineOpenings =
        [
            "written by", "posted by", "reported by", "published by", "story by", "words by", "text by", "article by",
            "authored by", "compiled by", "reviewed by", "articles by", "author", "authors", "contributors",
            "author(s)", "reporter", "by", "text", "this post was written by", "this article was written by",
            "this story was written by",
        ],
        ReviewOpenings =
        [
            "reviewed by", "edited by", "fact checked by", "fact-checked by", "checked by", "expert review by",
            "contributions from", "contributions by", "with contributions from", "additional reporting by",
            "additional reporting from", "translated by", "medically reviewed by",
        ],
        BylineEnds = [" on ", " for ", " in ", " at ", " is ", " says"],
        NameJoints = [" and ", " with "],
        NotNames =
        [
            "by", "written by", "posted by", "the author", "published on", "staff", "staff writer", "editor",
            "editorial", "editors", "guest", "guest author", "contributor", "correspondent", "reporter",
            "author", "writer", "unknown", "anonymous", "follow", "view all posts", "see all posts",
            "more posts", "senior editor", "managing editor", "news editor", "senior reporter", "senior writer",
            "chief correspondent", "read more", "bio", "biography", "updated", "published", "posted", "share",
            "team", "editorial team", "topics", "follow us", "learn more", "stay connected", "min read", "mins read",
            "agencies", "agency",
        ],
        NotNameStarts =
        [
            "Updated", "Published", "Last ", "All posts", "All articles", "More from", "View all", "See all",
            "Filed under", "Read more", "About ", "Head of ",
        ],
        Occupations =
        [
            "editor", "editors", "correspondent", "reporter", "writer", "journalist", "columnist", "contributor",
            "producer", "photographer", "director", "manager", "specialist", "expert", "founder", "ceo", "president",
            "professor", "analyst", "consultant", "attorney", "lawyer", "dietitian", "nutritionist", "gardener",
            "horticulturalist", "horticulturist", "educator", "strategist", "marketer", "developer", "researcher",
            "physician", "veterinarian", "psychologist", "therapist", "instructor", "lecturer",
        ],
        AuthorFolders = "author authors journalist contributor contributors reporter byline writers",
        PictureLabels = "image images photo photos picture pictures photograph photo_credit image_credit photo_by",
        Labels =
        [
            "advertisement", "advertising", "ad", "sponsored", "share", "share this", "share this article", "comments",
            "comment", "close", "caption", "read more", "related", "continue reading", "story continues",
            "story continues below", "article continues below", "scroll to continue", "loading",
            "article continues after advertisement", "story continues after advertisement",
            "article continues below advertisement", "story continues below advertisement",
            "table of contents", "print", "email", "tweet", "this slideshow requires javascript",
        ],
        TranscriptLabels = ["transcript", "video transcript", "read transcript", "full transcript"],
        CorrectionLabels =
        [
            "Correction", "Corrections", "Clarification", "Corrected", "Amended", "Erratum", "Editor's note",
            "Editors' note", "Editor’s note", "Editors’ note", "Corrections and clarifications",
            "Corrections & Amplifications", "Corrections & clarifications",
        ],
        CorrectionSentences =
        [
            "This article was amended on", "This article was corrected", "This article has been corrected",
            "This article has been amended", "This article has been updated to correct",
            "This article was updated to correct", "This story has been corrected", "This story was corrected",
            "This story has been updated to correct", "This post has been corrected", "An earlier version of this",
            "A previous version of this", "An earlier headline on this", "Because of an editing error",
            "The headline on this article was", "A correction was made on", "The story has been updated to correct",
            "The article has been updated to correct",
        ],
        CommentWords = "comment reply discuss",
        ErrorTitles =
        [
            "page not found", "404 not found", "404 error", "page can't be found", "page cannot be found",
            "page doesn't exist", "page does not exist", "error 500", "500 internal server", "502 bad gateway",
            "503 service", "504 gateway", "403 forbidden", "something went wrong while",
        ],
        ErrorSigns = ["404", "not found", "access denied", "service unavailable", "something went wrong"],
        WallPhrases =
        [
            "verify you are human", "verifying you are human", "are you a robot", "are you a human", "i'm not a robot",
            "just a moment...", "checking your browser", "checking if the site connection is secure",
            "enable javascript and cookies to continue", "please enable cookies", "unusual traffic",
            "complete the security check", "attention required!", "pardon our interruption", "before you continue to",
            "we value your privacy", "we and our partners", "accept all cookies", "log in to continue",
            "sign in to continue", "please log in", "please sign in", "you must be logged in", "subscribe to continue",
            "subscribe to read", "subscribers only", "already a subscriber", "register to continue",
            "create a free account to continue", "unavailable due to legal reasons",
            "unavailable for legal reasons", "not available in your country", "not available in your region",
        ],
        UpdateNotices = ["Update", "Updated", "Edit", "Edited"],
        NoticePhrases =
        [
            "earlier version of this", "previous version of this", "corrected after publication",
            "edited after publication", "updated after publication", "after this article was", "after this story was",
            "after this post was", "after this blog was", "we regret the error", "reporting the error",
            "reporting this error",
        ],
        Negations =
            "not no never none nobody nothing nowhere neither nor cannot can't won't don't doesn't didn't "
            + "isn't aren't wasn't weren't hasn't haven't hadn't shouldn't wouldn't couldn't mustn't",
        HedgeWords =
            "may might could maybe perhaps possibly probably apparently allegedly alleged reportedly "
            + "reported likely unlikely suspected believed thought appear appears appeared seem seems seemed "
            + "expected confirmed unconfirmed claims claimed potentially presumably estimated "
            + "nearly almost",
        OtherCompounds = "not_only not_just not_merely",
        AbsenceWords = "without",
        ApproximationWords = "about around approximately roughly",
        SayingWords =
            "said says say told tells according claimed claims stated reported announced confirmed "
            + "denied insisted argued argues explained warned suggested suggests saying testified "
            + "tweeted concluded believes wrote quoted sources spokesman spokeswoman spokesperson",
        QuotingWords =
            "called calling calls described describes describing asked asks added adds noted notes writes writing "
            + "thinks shouted chanted reads replied responded urged promised vowed insists predicted accused blamed "
            + "denounced praised dismissed dubbed labeled labelled recalled remarked acknowledged admitted joked",
        NumberWords =
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            + "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
            + "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens "
            + "half double twice triple quarter third",
        Abbreviations =
            "mr mrs ms mx messrs dr prof rev hon gov sen rep gen lt col maj capt cpl sgt adm cmdr pres supt "
            + "st mt ft vs v no nos vol fig pp cf e.g i.e viz approx est dept univ assn bros jan feb mar apr "
            + "jun jul aug sep sept oct nov dec ave blvd rd",
    };
}
