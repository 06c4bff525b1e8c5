using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Pages with fields that are long, split into many parts, or stated many times.</summary>
public static class HostileFields
{
    private const string Prose =
        "<p>The council closed the ferry on Monday, after two days of storm, and opened it again on Wednesday.</p>";

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        .. Titles, .. Bylines, .. LinkedData,
        Head(
            "dates in metas", () => Repeat("<meta name=w-publish-{0} content='" + Repeat("3 Mai ", 200) + "'>", 3_000)),
        Head("metas of one name", () => Repeat("<meta name=author content='by by by by {0}'>", 20_000)),
        Head("metas without end", () => "<meta name=keywords content='" + Repeat("a, ", 300_000) + "'>"),
        Head("language of a megabyte", () => "<meta property=og:locale content='" + Repeat("en-", 300_000) + "'>"),
        Head(
            "name of the site",
            () => "<meta property=og:site_name content='" + Repeat("The Post ", 100_000)
                + "'><title>a | b - c | d</title>"),
        Head("section", () => "<meta property=article:section content='" + Repeat("News / ", 100_000) + "'>"),
        Head("canonical dates", () => "<link rel=canonical href='/" + Repeat("2026/05/", 100_000) + "'>"),
        Body("times", () => Repeat("<time>Updated 3 May 2026, 14:20</time>", 20_000)),
        Body("times in deep elements", () => Repeat("<div><time>3 May</time>", 400)),
        Body("short lines", () => Repeat("<p>Updated</p>", 50_000)),
        Body("notices", () => Repeat("<p>Correction: the year was wrong. It was not so.</p>", 10_000)),
        Body("notice without end", () => "<p>Correction " + Repeat("( ", 300_000) + "</p>"),
        Body(
            "captions",
            () => Repeat("<figure><figcaption>" + Repeat("Photo: Ann Lee / ", 20) + "</figcaption></figure>", 2_000)),
        Body(
            "lines of phrases", () => Repeat("<p>we value your privacy but not as that wall would say it</p>", 10_000)),
    ];

    private static IEnumerable<HostileInput> Titles =>
    [
        Head("title of separators", () => "<title>" + Repeat("a | b - ", 10_000) + "</title>"),
        Head("title of bars", () => "<title>" + Repeat("|", 300_000) + "</title>"),
        Head(
            "title of dashes that the site is named by",
            () => "<meta property=og:site_name content=a><title>x" + Repeat(" - a", 20_000) + "</title>"),
        Head("title of a megabyte", () => "<title>" + Repeat("word ", 200_000) + "</title>"),
        Head("stated titles that differ", () => "<meta property=og:title content='" + Repeat("b - c | ", 5_000)
            + "'><meta name=twitter:title content='"
            + Repeat("d_e - ", 5_000) + "'><title>" + Repeat("f » g - ", 5_000) + "</title>"
            + Repeat("<h1>b - c</h1>", 400)),
        Head(
            "title of character references",
            () => "<meta property=og:title content='" + Repeat("&amp;amp;", 100_000) + "'>"),
        Body(
            "headlines like a long title",
            () => "<title>" + Repeat("w{0} ", 20_000) + "</title>" + Repeat("<h1>w{0} w1 w2 w3 w4 w5 w6</h1>", 400)),
    ];

    private static IEnumerable<HostileInput> Bylines =>
    [
        Head("author of a megabyte", () => "<meta name=author content='" + Repeat("by ", 300_000) + "'>"),
        Head("authors", () => "<meta name=author content='" + Repeat("Ada B{0}, ", 50_000) + "'>"),
        Head("authors in letters", () => "<meta name=author content='" + Repeat("Ada Bey, Cy Dee and ", 50_000) + "'>"),
        Body("bylines", () => Repeat("<span class=byline>By Ann Lee and Bo{0} Ray</span> ", 20_000)),
        Body("author's links", () => Repeat("<a href=/author/{0}>Ann Lee</a>, ", 20_000)),
        Body("author's boxes", () => Repeat("<div class=author>" + Biography + "</div>", 20_000) + "<p>ann bey"),
        Head(
            "names below the headline, and boxes",
            () => "<meta name=keywords content='" + Repeat("Ann Beye, ", 100_000) + "'></head><body><h1>The ferry</h1>"
                + Repeat("<p>Ann Bey</p>", 25_000) + Repeat("<div class=author>Ann Be</div>", 25_000)),
        Body("elements of a byline", () => Repeat("<span class=byline>by<i>Ann</i>Bey</span>", 50_000)),
    ];

    private static IEnumerable<HostileInput> LinkedData =>
    [
        Linked("linked authors", () => "\"author\":[" + Repeat("{\"name\":\"Ada B{0}\"},", 30_000) + "]"),
        Linked("linked author of a megabyte", () => "\"author\":\"" + Repeat("by ", 300_000) + "\""),
        Linked("linked headline", () => "\"headline\":\"" + Repeat("a | b - ", 30_000) + "\""),
        Linked("linked dates", () => "\"datePublished\":\"" + Repeat("3 Mai ", 100_000) + "\""),
        Linked("linked text of lines", () => "\"articleBody\":\"" + Repeat("The mill was sold.\\n", 30_000) + "\""),
        Linked("linked picture of a megabyte", () => "\"image\":\"/" + Repeat("p", 1_000_000) + "\""),
        Linked("linked half characters", () => "\"headline\":\"" + Repeat("\\ud83d", 100_000) + "\""),
        Linked("linked half a character", () => "\"\\udc00\":1,\"headline\":\"\\ud800\""),
        Linked("linked members", () => Repeat("\"a{0}\":1,", 60_000)),
        Head("linked data that nests", () => Script(Repeat("{\"@graph\":[", 100_000))),
        Head(
            "linked data that nests as deep as it may",
            () => Script(Repeat("{\"@graph\":[", 30) + Repeat("{\"@type\":\"x\"},", 30_000) + "{}" + Repeat("]}", 30))),
        Head(
            "linked data that names itself the page of itself",
            () => Script(
                "[" + Repeat("{\"@id\":\"{0}\",\"mainEntity\":{\"mainEntityOfPage\":{\"@type\":\"y\"}}},", 10_000)
                    + "{}]")),
        Head("blocks of linked data", () => Repeat(Script("{\"@type\":\"NewsArticle\"}"), 10_000)),
        Head("broken blocks of linked data", () => Repeat(Script("{{"), 5_000)),
        Head("linked data without end", () => "<script type=application/ld+json>{" + Repeat("\"a\":\"", 100_000)),
    ];

    private static string Biography => $"<p>Ann Bey</p><p>Ann Bey {string.Concat(Enumerable.Repeat("writes. ", 30))}</p>";

    private static HostileInput Linked(string name, Func<string> make) =>
        Head(name, () => Script("{\"@type\":\"NewsArticle\"," + make() + "}"));

    private static string Script(string json) => "<script type=application/ld+json>" + json + "</script>";

    private static HostileInput Head(string name, Func<string> make) =>
        Page(name, () => make() + "</head><body>" + Prose);

    private static HostileInput Body(string name, Func<string> make) =>
        Page(name, () => "<body><h1>The ferry</h1>" + Prose + make() + Prose);

    private static HostileInput Page(string name, Func<string> make) =>
        new(HostileKind.Page, name, () => Utf8("<!doctype html><html><head>" + make()));
}
