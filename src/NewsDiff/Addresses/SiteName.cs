using System.Collections.Frozen;

namespace NewsDiff.Addresses;

/// <summary>Decides by their names which hosts belong to one publisher.</summary>
/// <remarks>
/// A list of all public suffixes would be exact but soon out of date. Here, a second-level suffix is one of the labels
/// for kinds of owners (<c>co</c>, <c>com</c>, <c>org</c> …) before a country's two letters. On services that give each
/// of their users a name of their own, each user is a publisher; the well-known ones are listed.
/// </remarks>
internal static class SiteName
{
    private static readonly FrozenSet<string> SecondLevels = FrozenSet.Create(
        StringComparer.Ordinal,
        "ac", "asn", "co", "com", "ed", "edu", "gen", "go", "gob", "gouv", "gov", "govt", "gub", "id", "in", "info",
        "lg", "ltd", "me", "mil", "ne", "net",
        "nom", "or", "org", "plc", "sch", "web");

    /// <summary>Services whose users have names below these.</summary>
    private static readonly FrozenSet<string> Services = FrozenSet.Create(
        StringComparer.Ordinal,
        "appspot.com", "azurewebsites.net", "bearblog.dev", "beehiiv.com", "blogspot.com", "canalblog.com",
        "dreamwidth.org", "firebaseapp.com", "ghost.io", "github.io", "gitlab.io", "hateblo.jp", "hatenablog.com",
        "herokuapp.com", "livejournal.com", "medium.com", "neocities.org", "netlify.app", "over-blog.com", "pages.dev",
        "substack.com", "tumblr.com", "typepad.com", "vercel.app", "web.app", "webflow.io", "weebly.com", "wixsite.com",
        "wordpress.com");

    /// <summary>The name that a publisher registered, such as <c>example.co.uk</c> of <c>m.example.co.uk</c>.</summary>
    /// <remarks>Of <c>amp.ann.wordpress.com</c> it is <c>ann.wordpress.com</c>.</remarks>
    public static string Of(Uri url)
    {
        string host = HostName.Of(url) ?? url.Host;
        if (url.HostNameType != UriHostNameType.Dns)
        {
            return url.Authority;
        }

        string[] labels = host.Split('.');
        bool isSecondLevel = labels is [_, .., var kind, { Length: 2 }] && SecondLevels.Contains(kind);
        int length = isSecondLevel ? 3 : 2;
        string name = string.Join('.', labels.TakeLast(length));
        return labels.Length > length && labels[^(length + 1)] != "www" && Services.Contains(name)
            ? string.Join('.', labels.TakeLast(length + 1))
            : name;
    }

    /// <summary>Whether two addresses belong to one publisher.</summary>
    public static bool IsOne(Uri left, Uri right) => Of(left) == Of(right);

    /// <summary>
    /// Whether two addresses differ only in the site's ending, such as <c>.com</c> and <c>.co.uk</c>.
    /// </summary>
    public static bool IsOneUnderOtherEnding(Uri left, Uri right) =>
        left.HostNameType == UriHostNameType.Dns && right.HostNameType == UriHostNameType.Dns
        && left.PathAndQuery == right.PathAndQuery
        && Of(left).Split('.')[0] == Of(right).Split('.')[0];
}
