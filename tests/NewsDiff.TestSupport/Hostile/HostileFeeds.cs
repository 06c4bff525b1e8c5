using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>RSS and Atom that cost more to read than their length suggests.</summary>
public static class HostileFeeds
{
    private static readonly string LongBase = $"https://base.example/{Repeat("b", 8_000)}/";

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All => [.. Attributes, .. Bases, .. Counts, .. Faults];

    private static IEnumerable<HostileInput> Attributes =>
    [
        Feed(
            "attributes of the root", () => "<rss" + Repeat(" a{0}=''", 800_000) + "><channel><item/></channel></rss>"),
        Feed(
            "attributes without values", () => "<rss" + Repeat(" a{0}", 800_000) + "><channel><item/></channel></rss>"),
        Feed(
            "namespaces of the root",
            () => "<rss" + Repeat(" xmlns:a{0}='b'", 400_000) + "><channel><item/></channel></rss>"),
        Feed(
            "attributes that hold the ends of tags",
            () => "<rss x='>'" + Repeat(" a{0}='>'", 500_000) + "><channel/></rss>"),
        Feed(
            "attributes that hold markup",
            () => "<rss x='<!doctype>'" + Repeat(" a{0}='< &'", 300_000) + "><channel/></rss>"),
        Feed(
            "elements with as many attributes as are read",
            () => "<rss>" + Repeat("<x" + Repeat(" a{0}=''", 128) + "/>", 6_000) + "</rss>"),
        Feed(
            "elements with attributes that a mended tag has",
            () => "<rss></x>" + Repeat("<x" + Repeat(" a{0}", 128) + ">", 6_000)),
        Feed(
            "prefixes that each element declares",
            () => "<rss>" + Repeat("<a{0}:x xmlns:a{0}='u{0}'>", 200) + Repeat("<b{0}:y xmlns:b{0}='v{0}'/>", 100_000)),
        Feed("prefixes that nobody declares", () => "<rss>" + Repeat("<p{0}:x/>", 500_000) + "</rss>"),
        Feed(
            "a namespace of a megabyte",
            () => $"<rss xmlns='{Repeat("n", 1_000_000)}/' xmlns:m='{Repeat("m", 1_000_000)}/'>"
                + Repeat("<m:a{0}/>", 500_000) + "</rss>"),
        Feed(
            "a language of a megabyte",
            () => $"<feed xml:lang='{Repeat("l", 1_000_000)}'>" + Repeat("<entry/>", 10_000) + "</feed>"),
    ];

    private static IEnumerable<HostileInput> Bases =>
    [
        Feed(
            "a base of a hundred kilobytes",
            () => $"<feed xml:base='https://b.example/{Repeat("b", 100_000)}/'>"
                + Repeat("<entry><link href='{0}'/></entry>", 10_000) + "</feed>"),
        Feed(
            "a long base and short links",
            () => $"<feed xml:base='{LongBase}'>" + Repeat("<entry><link href='{0}'/></entry>", 10_000) + "</feed>"),
        Feed(
            "a long base and links of one entry",
            () => $"<feed xml:base='{LongBase}'><entry>" + Repeat("<link href='x:{0}'/>", 300_000) + "</entry></feed>"),
        Feed(
            "a long base and links of the feed",
            () => $"<feed xml:base='{LongBase}'>" + Repeat("<link rel='hub' href='{0}'/>", 200_000) + "</feed>"),
        Feed(
            "a long base and bases relative to it",
            () => $"<feed xml:base='{LongBase}'>" + Repeat("<x xml:base='{0}'/>", 300_000) + "</feed>"),
        Feed(
            "a long base and addresses in markup",
            () => $"<feed xml:base='{LongBase}'>" + Repeat("<title type='xhtml'><img src='{0}'/></title>", 100_000)
                + "</feed>"),
        Feed("a long base and addresses in text", () => $"<feed xml:base='{LongBase}'>"
            + Repeat("<title type='html'>" + Repeat("&lt;a href=\"x\">", 1_000) + "</title>", 200) + "</feed>"),
        Feed(
            "bases inside each other",
            () => "<feed>" + Repeat($"<x xml:base='{Repeat("b", 4_000)}/'>", 250)
                + Repeat("<y xml:base='c/'/>", 300_000)),
    ];

    private static IEnumerable<HostileInput> Counts =>
    [
        Feed("items", () => "<rss><channel>" + Repeat("<item><link>/{0}</link></item>", 200_000) + "</channel></rss>"),
        Feed("items of nothing", () => "<rss><channel>" + Repeat("<item/>", 1_000_000) + "</channel></rss>"),
        Feed(
            "categories of one item",
            () => "<rss><channel><item>" + Repeat("<category>{0}</category>", 300_000) + "</item></channel></rss>"),
        Feed(
            "long categories that begin alike",
            () => "<rss><channel><item>" + Repeat($"<category>{Repeat("c", 50_000)}" + "{0}</category>", 100)
                + "</item></channel></rss>"),
        Feed("titles of nothing", () => "<feed>" + Repeat("<title type='xhtml'><i/></title>", 200_000) + "</feed>"),
        Feed(
            "a title of ten megabytes",
            () => $"<rss><channel><title>{Repeat("t", 10_000_000)}</title></channel></rss>"),
        Feed(
            "an address of ten megabytes",
            () => $"<rss><channel><item><link>{Repeat("l", 10_000_000)}</link></item></channel></rss>"),
        Feed("a name of ten megabytes", () => $"<rss><{Repeat("n", 10_000_000)}/></rss>"),
        Feed("an attribute of ten megabytes", () => $"<feed><link href='{Repeat("a", 10_000_000)}'/></feed>"),
        Feed("elements", () => "<rss><channel>" + Repeat("<a/>", 2_000_000) + "</channel></rss>"),
        Feed("elements in elements", () => "<rss>" + Repeat("<a>", 1_000_000)),
        Feed(
            "elements of a title",
            () => "<feed><title type='xhtml'>" + Repeat("<b>x</b>", 500_000) + "</title></feed>"),
        Feed(
            "entities",
            () => "<rss><channel><title>" + Repeat("&eacute;&#233;&", 400_000) + "</title></channel></rss>"),
        Feed(
            "entities of a document type",
            () => "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + Repeat("<!ENTITY a{0} '&a;&a;&a;'>", 100_000)
                + "]><rss/>"),
    ];

    private static IEnumerable<HostileInput> Faults =>
    [
        Feed("tags that are never closed", () => "<rss><channel>" + Repeat("<item><title>x", 300_000)),
        Feed("tags that never end", () => "<rss>" + Repeat("<a ", 2_000_000)),
        Feed("values that never end", () => "<rss>" + Repeat("<a b=\"", 1_000_000)),
        Feed("values in other values", () => "<rss>" + Repeat("<a b=\"'", 500_000) + Repeat("<a b='\"", 500_000)),
        Feed("comments that never end", () => Repeat("<!--", 2_000_000)),
        Feed("comments inside that never end", () => "<rss>" + Repeat("<!--", 2_000_000)),
        Feed("sections that never end", () => "<rss>" + Repeat("<![CDATA[", 1_000_000)),
        Feed("document types that never end", () => Repeat("<!DOCTYPE a [", 700_000)),
        Feed("instructions that never end", () => Repeat("<?xml", 1_500_000)),
        Feed("beginnings of roots", () => Repeat("<rs", 3_000_000)),
        Feed("ends of tags", () => "<rss>" + Repeat("</a>", 2_000_000)),
        Feed("ends of ends", () => "<rss><a>" + Repeat("]]>", 3_000_000)),
        Feed("brackets", () => "<rss><a>" + Repeat("<", 8_000_000)),
        Feed("ampersands", () => "<rss><a>" + Repeat("&", 4_000_000)),
        Feed("characters that are none", () => "<rss><a>" + Repeat("\0\u0001\uffff", 2_000_000)),
        Feed("zeros", () => Repeat("\0", 8_000_000)),
        Feed("spaces", () => Repeat(" ", 8_000_000)),
        Feed("a page", () => "<!doctype html>" + Repeat("<p class='a{0}'><rss>", 300_000)),
    ];

    private static HostileInput Feed(string name, Func<string> make) => new(HostileKind.Feed, name, () => Utf8(make()));
}
