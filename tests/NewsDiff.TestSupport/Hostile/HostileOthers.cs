using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Files of the smaller formats: robots.txt, time maps, WARC and site rules.</summary>
public static class HostileOthers
{
    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Of(HostileKind.Robots, "stars", () => "User-agent: *\nDisallow: /" + Repeat("*a", 100_000)),
        Of(HostileKind.Robots, "rules", () => "User-agent: *\n" + Repeat("Disallow: /a*b*c{0}$\n", 20_000)),
        Of(HostileKind.Robots, "agents", () => Repeat("User-agent: a{0}\n", 25_000) + "Disallow: /"),
        Of(HostileKind.Robots, "sitemaps", () => Repeat("Sitemap: https://example.org/{0}.xml\n", 12_000)),
        Of(HostileKind.Robots, "a line without end", () => "User-agent: *\nDisallow: /" + Repeat("%ff", 160_000)),
        Of(HostileKind.Robots, "bytes that are no text", () => Repeat("\0\u0001\ufffe", 100_000)),
        Of(HostileKind.TimeMap, "links without end", () => Repeat("<https://w.example/{0}>;rel=\"memento\",", 20_000)),
        Of(HostileKind.TimeMap, "attributes of a link", () => "<https://w.example/>" + Repeat(";a{0}=\"b\"", 60_000)),
        Of(HostileKind.TimeMap, "a quotation without end", () => "<https://w.example/>;rel=\"" + Repeat("\\\"", 300_000)),
        Of(HostileKind.TimeMap, "arrays in arrays", () => Repeat("[", 500_000)),
        Of(HostileKind.TimeMap, "objects in objects", () => Repeat("{\"a\":", 100_000)),
        Of(HostileKind.TimeMap, "an address of a megabyte", () => "[[\"timestamp\",\"original\"],[\"20000620180259\",\"http://a.example/" + Repeat("a", 1_000_000) + "\"]]"),
        Of(HostileKind.TimeMap, "lines of many fields", () => Repeat("a ", 400_000)),
        Of(HostileKind.Warc, "a header without end", () => "WARC/1.1\r\n" + Repeat("a{0}: b\r\n", 80_000)),
        Of(HostileKind.Warc, "records without blocks", () => Repeat("WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 10_000)),
        Of(HostileKind.Warc, "a block longer than any file", () => "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nx"),
        Of(HostileKind.Warc, "beginnings of records", () => Repeat("WARC/1.1\r\n", 60_000)),
        Of(HostileKind.Warc, "garbage", () => Repeat("WARC", 200_000)),
        Of(HostileKind.Rules, "a selector of many parts", () => "{\"example.org\":{\"body\":\"" + Repeat("a>", 100_000) + "a\"}}"),
        Of(HostileKind.Rules, "selectors in selectors", () => "{\"example.org\":{\"body\":\"" + Repeat(":not(", 20_000) + "\"}}"),
        Of(HostileKind.Rules, "many selectors", () => "{\"example.org\":{\"body\":[" + Repeat("\".a{0}\",", 10_000) + "\"p\"]}}"),
        Of(HostileKind.Rules, "many hosts", () => "{" + Repeat("\"a{0}.example\":{\"body\":\"p\"},", 10_000) + "\"example.org\":{\"body\":\"p\"}}"),
        Of(HostileKind.Rules, "arrays in arrays", () => Repeat("[", 300_000)),
        Of(HostileKind.Rules, "half a character", () => "{\"example.org\":{\"body\":\"\\ud800\"}}"),
    ];

    private static HostileInput Of(HostileKind kind, string name, Func<string> make) => new(kind, name, () => Utf8(make()));
}
