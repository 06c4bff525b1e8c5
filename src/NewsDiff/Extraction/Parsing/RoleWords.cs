using System.Collections.Frozen;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Tells the role of an element from the words of its class names and its id.</summary>
internal static class RoleWords
{
    private static readonly (Roles Role, string Words)[] Table =
    [
        (Roles.Navigation, "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager topbar masthead skiplink toc"),
        (Roles.Footer, "footer copyright colophon"),
        (Roles.Aside, "sidebar aside rail sidenav"),
        (Roles.Caption, "caption figcaption credit credits photocredit imagecredit cutline"),
        (Roles.Comments, "comment comments disqus commentlist livefyre respond"),
        (Roles.Related, "related recommended recommendation recommendations recirc recirculation trending popular mostread "
            + "mostpopular outbrain taboola zergnet readmore readnext teaser teasers promo promos promotion upnext seealso "
            + "morenews morestories mostviewed relatedposts"),
        (Roles.Share, "share shares sharing social socials sharebar addthis addtoany sharedaddy followus sharetools"),
        (Roles.Newsletter, "newsletter newsletters subscribe subscription signup optin mailchimp mailinglist"),
        (Roles.Advert, "ad ads advert adverts advertisement advertising sponsor sponsored adslot adsense adunit dfp werbung "
            + "anzeige publicidad publicite"),
        (Roles.Byline, "byline bylines author authors bio authorbox autor auteur aboutauthor contributor contributors"),
        (Roles.Date, "date datetime timestamp pubdate meta metadata postmeta entrymeta datepublished datemodified"),
        (Roles.Tags, "tags taglist topics keywords hashtags tagcloud"),
        (Roles.Form, "login signin poll survey"),
        (Roles.Banner, "cookie cookies consent gdpr onetrust modal popup overlay interstitial banner toast"),
        (Roles.Widget, "ticker liveticker livescore rating ratings carousel toolbar tooltip counter"),
        (Roles.Body, "articlebody storybody postbody newsbody bodytext articletext storytext entrycontent postcontent "
            + "articlecontent storycontent newscontent bodycontent contentbody articlemain entrybody textbody"),
        (Roles.Headline, "headline"),
        (Roles.Subhead, "subhead subheading subheadline subtitle crosshead intertitle"),
        (Roles.Correction, "correction corrections editorsnote clarification"),
    ];

    private static readonly string[] InvisibleClasses =
        ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible", "assistive-text", "d-none", "hide", "is-hidden"];

    private static readonly FrozenDictionary<string, Roles> Words = Table
        .SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Role))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Roles>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the words of a class or id attribute.</summary>
    public static Roles Of(string? names)
    {
        Roles roles = Roles.None;
        if (string.IsNullOrEmpty(names))
        {
            return roles;
        }

        foreach (Range range in names.AsSpan().SplitAny(" \t\r\n"))
        {
            ReadOnlySpan<char> name = names.AsSpan(range);
            if (name.Length is > 0 and <= 100)
            {
                roles |= OfName(name);
            }
        }

        return roles;
    }

    private static Roles OfName(ReadOnlySpan<char> name)
    {
        foreach (string invisible in InvisibleClasses)
        {
            if (name.Equals(invisible, StringComparison.OrdinalIgnoreCase))
            {
                return Roles.Hidden;
            }
        }

        Roles roles = Roles.None;
        Span<char> pair = stackalloc char[100];
        int previousLength = 0;
        int position = 0;
        while (NextWord(name, ref position, out ReadOnlySpan<char> word))
        {
            word.ToLowerInvariant(pair[previousLength..]);
            ReadOnlySpan<char> lower = pair.Slice(previousLength, word.Length);
            if (!IsNegation(pair[..previousLength]) && Lookup.TryGetValue(lower, out Roles single))
            {
                roles |= single;
            }

            if (previousLength > 0 && Lookup.TryGetValue(pair[..(previousLength + word.Length)], out Roles joined))
            {
                roles |= joined;
            }

            // "widget" begins the names of side-bar widgets and ends those of page builders' layout boxes.
            if (previousLength == 0 && lower is "widget")
            {
                roles |= Roles.Widget;
            }

            lower.CopyTo(pair);
            previousLength = word.Length;
        }

        return roles;
    }

    /// <summary>"has-sidebar" and "no-ads" tell of the layout, not of the element.</summary>
    private static bool IsNegation(ReadOnlySpan<char> word) => word is "has" or "with" or "no" or "without" or "is" or "not";

    private static bool NextWord(ReadOnlySpan<char> name, ref int position, out ReadOnlySpan<char> word)
    {
        while (position < name.Length && !char.IsAsciiLetter(name[position]))
        {
            position++;
        }

        int start = position;
        while (position < name.Length && char.IsAsciiLetter(name[position])
            && (position == start || !char.IsAsciiLetterUpper(name[position]) || char.IsAsciiLetterUpper(name[position - 1])))
        {
            position++;
        }

        word = name[start..position];
        return word.Length > 0;
    }
}
