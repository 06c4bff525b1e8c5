using System.IO.Compression;
using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Sitemaps that cost more to read than their length suggests, or are not what they seem.</summary>
public static class HostileSitemaps
{
    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Map("a bare ampersand", () => "<urlset><url><loc>/?a&b</loc></url></urlset>"),
        Map("an entity that nobody declares", () => "<urlset><url><loc>/&x;</loc></url></urlset>"),
        new(
            HostileKind.Feed,
            "sitemap, a bad byte",
            () => [
                .. "<?xml version='1.0' encoding='utf-8'?><urlset><url><loc>/"u8, 0xe9, 0xff,
                .. "</loc></url></urlset>"u8,
            ]),
        Packed(
            "sixty megabytes of spaces",
            () => "<urlset><url><loc>" + Repeat(" ", 60_000_000) + "/a</loc></url></urlset>"),
        Packed("spaces before the root", () => Repeat(" ", 60_000_000) + "<urlset/>"),
        Packed("a comment before the root", () => "<!--" + Repeat("-", 20_000_000) + "--><urlset/>"),
        Map("an address of ten megabytes", () => $"<urlset><url><loc>/{Repeat("a", 10_000_000)}</loc></url></urlset>"),
        Map(
            "attributes of the root",
            () => "<urlset" + Repeat(" a{0}=''", 800_000) + "><url><loc>/a</loc></url></urlset>"),
        Map(
            "namespaces of the root",
            () => "<urlset" + Repeat(" xmlns:a{0}='b'", 400_000) + "><url><loc>/a</loc></url></urlset>"),
        Map("a name of ten megabytes", () => $"<urlset><{Repeat("n", 10_000_000)}/></urlset>"),
        Map("elements in elements", () => "<urlset>" + Repeat("<url>", 1_500_000)),
        Map("roots in roots", () => Repeat("<urlset>", 1_000_000)),
        Packed("as many elements as fit", () => "<urlset>" + Repeat("<urlset>", 250) + Repeat("<url/>", 8_700_000)),
        Packed("as many ends as fit", () => "<urlset>" + Repeat("</z>", 13_000_000)),
        Map("pictures in pictures", () => "<urlset><url>" + Repeat("<image>", 1_000_000)),
        Map("addresses of one entry", () => "<urlset><url>" + Repeat("<loc>/{0}</loc>", 500_000) + "</url></urlset>"),
        Map(
            "entries",
            () => "<urlset>" + Repeat("<url><loc>https://example.org/{0}</loc></url>", 200_000) + "</urlset>"),
        Map(
            "long addresses of entries",
            () => "<urlset>" + Repeat(
                "<url><loc>https://example.org/{0}/" + Repeat("a", 7_000) + "</loc></url>", 1_400) + "</urlset>"),
        Map(
            "sitemaps of an index",
            () => "<sitemapindex>" + Repeat("<sitemap><loc>https://example.org/{0}</loc></sitemap>", 150_000)
                + "</sitemapindex>"),
        Map(
            "entities of an address",
            () => "<urlset>" + Repeat("<url><loc>/" + Repeat("&amp;", 1_500) + "</loc></url>", 1_200) + "</urlset>"),
        Map("tags that never end", () => "<urlset>" + Repeat("<a ", 3_000_000)),
        Map("values that never end", () => "<urlset>" + Repeat("<a b=\"", 1_500_000)),
        Map("sections that never end", () => "<urlset><url><loc>" + Repeat("<![CDATA[]", 1_000_000)),
        Map("brackets", () => "<urlset><url><loc>" + Repeat("<", 8_000_000)),
        Map("ends of a section", () => "<urlset><url><loc><![CDATA[" + Repeat("]", 8_000_000)),
        Map("document types", () => Repeat("<!DOCTYPE a [", 700_000) + "<urlset/>"),
        Map("lines of text", () => Repeat("https://example.org/{0}\n", 350_000)),
        Map("a line without end", () => "https://example.org/" + Repeat("a", 10_000_000)),
        Map("lines that are no addresses", () => "https://example.org/\n" + Repeat("x\n", 4_000_000)),
        Packed("lines that are no addresses, packed", () => "https://example.org/\n" + Repeat("x\n", 25_000_000)),
        new(
            HostileKind.Feed,
            "sitemap, a file of gzip that breaks off",
            () => Pack("<urlset>" + Repeat("<url><loc>/{0}</loc></url>", 10_000))[..^1000]),
        new(HostileKind.Feed, "sitemap, the beginning of gzip", () => [0x1f, 0x8b]),
        new(
            HostileKind.Feed,
            "sitemap, members of gzip",
            () => [.. Enumerable.Repeat(Pack("<urlset>"), 20_000).SelectMany(member => member)]),
        new(
            HostileKind.Feed,
            "sitemap, gzip and then nothing of it",
            () => [.. Pack("<urlset><url>"), .. Utf8(Repeat("x", 1_000_000))]),
    ];

    private static HostileInput Map(string name, Func<string> make) =>
        new(HostileKind.Feed, $"sitemap, {name}", () => Utf8(make()));

    private static HostileInput Packed(string name, Func<string> make) =>
        new(HostileKind.Feed, $"sitemap, {name}", () => Pack(make()));

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Utf8(text));
        }

        return packed.ToArray();
    }
}
