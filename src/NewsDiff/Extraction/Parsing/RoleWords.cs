using System.Collections.Frozen;
using NewsDiff.Extraction.Html;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Finds the role of an element by the words of its class names and id.</summary>
internal static class RoleWords
{
    private const int LongestName = 100;

    /// <summary>The longest words that hashes contain by chance; they need another word beside them.</summary>
    private const int LongestShort = 4;

    private static readonly (Roles Role, string Words)[] Table =
    [
        (
            Roles.Navigation,
            "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager topbar masthead skiplink toc"),
        (Roles.Footer, "footer copyright colophon"),
        (Roles.Aside, "sidebar aside rail sidenav"),
        (Roles.Caption, "caption figcaption credit credits photocredit imagecredit cutline videotitle"),
        (Roles.Comments, "comment comments disqus commentlist livefyre respond"),
        (
            Roles.Related,
            "related recommended recommendation recommendations recirc recirculation trending popular mostread "
                + "mostpopular outbrain taboola zergnet readmore readnext teaser teasers promo promos promotion "
                + "upnext seealso "
                + "morenews morestories mostviewed relatedposts"),
        (Roles.Share, "share shares sharing social socials sharebar addthis addtoany sharedaddy followus sharetools"),
        (Roles.Newsletter, "newsletter newsletters subscribe subscription signup optin mailchimp mailinglist"),
        (
            Roles.Advert,
            "ad ads advert adverts advertisement advertising sponsor sponsored adslot adsense adunit dfp"),
        (Roles.Advert, string.Join(' ', KnownLanguages.Words(static language => language.AdvertNames))),
        (Roles.Byline, "byline bylines author authors bio authorbox aboutauthor contributor contributors"),
        (Roles.Byline, string.Join(' ', KnownLanguages.Words(static language => language.AuthorNames))),
        (Roles.Date, "date datetime timestamp pubdate meta metadata postmeta entrymeta datepublished datemodified"),
        (Roles.Tags, "tags taglist topics keywords hashtags tagcloud"),
        (Roles.Form, "login signin poll survey"),
        (
            Roles.Consent,
            "cookie cookies consent gdpr onetrust didomi usercentrics cookiebot quantcast truste trustarc cookielaw"),
        (Roles.Banner, "modal popup overlay interstitial banner toast"),
        (Roles.Widget, "ticker liveticker livescore livescores scoreboard scoreboards rating ratings carousel toolbar "
            + "tooltip counter audioplayer videoplayer"),
        (Roles.Body, "articlebody storybody postbody newsbody bodytext articletext storytext entrycontent postcontent "
            + "articlecontent storycontent newscontent bodycontent contentbody articlemain entrybody textbody"),
        (Roles.Headline, "headline"),
        (Roles.Subhead, "subhead subheading subheadline subtitle crosshead intertitle"),
        (Roles.Correction, "correction corrections editorsnote clarification"),
    ];

    private static readonly NameTable<string> InvisibleClasses = new(
        new[]
        {
            "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible",
            "assistive-text", "d-none", "hide", "is-hidden", "screen-reader-only", "screenreader-only", "screen-reader",
            "screenreader", "srOnly", "sr-text", "u-visually-hidden", "hidden-visually", "a11y-hidden",
            "accessibly-hidden", "print-only", "only-print", "visible-print", "visible-print-block", "material-icons",
            "material-icons-outlined", "material-icons-round", "material-symbols-outlined",
            "material-symbols-rounded", "material-symbols-sharp", "mw-editsection",
        }.ToDictionary(name => name));

    private static readonly FrozenDictionary<string, Roles> Words = Table
        .SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Role))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Roles>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether some word begins with two letters: few words in class names begin like one.</summary>
    private static readonly bool[] Beginnings = BeginningsOf(Words.Keys);

    /// <summary>Words that appear beside short role words in names chosen by people.</summary>
    private static readonly FrozenSet<string> Known = (
        "about account action actions app article banner bar base block blog body bottom box btn button buttons card "
        + "category center channel "
        + "close col collapse column config container content custom data desktop div down drop dropdown element "
        + "empty entry expand expanded "
        + "fixed foot form gallery global google grid group hamburger head header height hero hidden home horizontal "
        + "icon image info inline "
        + "inner input item items label layer layout leaderboard left link links list local login logo main manager "
        + "master mega middle mobile "
        + "module more native new news open out outer page pages panel place placement popup position post primary "
        + "product profile publish "
        + "published query responsive right root row script search secondary section select side simple site slide "
        + "slot small space sticky story style "
        + "styles sub tab tabs tag text time title toggle top tracking trigger unit user util utility video view "
        + "widget wrap wrapper")
        .Split(' ').Concat(Words.Keys).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownLookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the words of a class or id attribute.</summary>
    public static Roles Of(ReadOnlySpan<char> names)
    {
        Roles roles = Roles.None;
        bool isShownSomewhere = false;
        foreach (ReadOnlySpan<char> name in new ClassNames(names))
        {
            if (name.Length <= LongestName)
            {
                roles |= OfName(name);
                isShownSomewhere |= IsShownOnWideScreens(name);
            }
        }

        return isShownSomewhere ? roles & ~(Roles.Hidden | Roles.Unseen) : roles;
    }

    /// <summary>Whether a name such as Bootstrap's "d-md-block" shows the element again on wider screens.</summary>
    private static bool IsShownOnWideScreens(ReadOnlySpan<char> name) =>
        name.StartsWith("d-", StringComparison.Ordinal) && name[2..].IndexOf('-') is >= 2 and <= 3 and var width
        && name[2..][..width] is "sm" or "md" or "lg" or "xl" or "xxl" && name[2..][(width + 1)..] is not "none";

    private static bool IsInvisible(ReadOnlySpan<char> name) =>
        InvisibleClasses.Find(name, NameTable<string>.HashOf(name)) is not null;

    private static Roles OfWord(in NameWords words, ReadOnlySpan<char> previous, ReadOnlySpan<char> lower) =>
        MayBeWord(lower)
        && !IsNegation(previous)
        && Lookup.TryGetValue(lower, out Roles roles)
        && (lower.Length > LongestShort
            || lower.Length == words.Part.Length
            || HasKnownBeside(words.Part, words.Word))
            ? roles
            : Roles.None;

    private static Roles OfJoined(ReadOnlySpan<char> previous, ReadOnlySpan<char> lower, ReadOnlySpan<char> both) =>
        // Single letters are not parts of a word.
        previous.Length > 1 && lower.Length > 1 && MayBeWord(both) && Lookup.TryGetValue(both, out Roles roles)
            ? roles
            : Roles.None;

    private static bool MayBeWord(ReadOnlySpan<char> lower) => lower.Length > 1 && Beginnings[BeginningOf(lower)];

    /// <summary>A number for the first two letters; other characters share those of letters.</summary>
    private static int BeginningOf(ReadOnlySpan<char> word) => ((word[0] & 31) << 5) | (word[1] & 31);

    private static bool[] BeginningsOf(IEnumerable<string> words)
    {
        bool[] beginnings = new bool[32 * 32];
        foreach (string word in words)
        {
            beginnings[BeginningOf(word)] = true;
        }

        return beginnings;
    }

    private static Roles OfName(ReadOnlySpan<char> name)
    {
        if (IsInvisible(name))
        {
            return Roles.Hidden | Roles.Unseen;
        }

        Roles roles = Roles.None;

        // The words in sequence, so that two neighbours can be read as one.
        Span<char> all = stackalloc char[LongestName];
        int start = 0;
        int end = 0;
        var words = new NameWords(name);
        while (words.MoveNext())
        {
            start = words.IsBehindHash ? end : start;
            ToLower(words.Word, all[end..]);
            ReadOnlySpan<char> previous = all[start..end];
            ReadOnlySpan<char> lower = all.Slice(end, words.Word.Length);
            roles |= OfWord(words, previous, lower) | OfJoined(previous, lower, all[start..(end + lower.Length)]);

            // "widget" begins the names of side-bar widgets and ends those of page builders' layout boxes.
            roles |= end == 0 && lower is "widget" ? Roles.Widget : Roles.None;

            start = end;
            end += lower.Length;
        }

        // A name of hashes may have a word by chance; one that begins with a long word does not.
        bool isByChance = words.HasMixedPart
            && start == 0
            && (end <= LongestShort || !char.IsAsciiLetter(name.TrimStart("-_")[0]));
        return isByChance ? Roles.None : roles;
    }

    /// <summary>Whether an ordinary word accompanies a role word, as in "topAd" but not "adXkQz".</summary>
    private static bool HasKnownBeside(ReadOnlySpan<char> part, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestName];
        var others = new NameWords(part);
        while (others.MoveNext())
        {
            ToLower(others.Word, lower);
            if (!others.Word.SequenceEqual(word) && KnownLookup.Contains(lower[..others.Word.Length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a word, which has only ASCII letters, in small letters.</summary>
    private static void ToLower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (int i = 0; i < word.Length; i++)
        {
            lower[i] = (char)(word[i] | 0x20);
        }
    }

    /// <summary>Whether a name such as "has-sidebar" or "no-ads" describes the layout, not the element.</summary>
    private static bool IsNegation(ReadOnlySpan<char> word) =>
        word is "has" or "with" or "no" or "without" or "is" or "not";
}
