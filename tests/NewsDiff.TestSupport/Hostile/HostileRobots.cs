using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>robots.txt files that cost more to obey than a site may ask for.</summary>
public static class HostileRobots
{
    /// <summary>The bytes that are read of one file.</summary>
    private const int Bytes = 500 * 1024;

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Of("stars without end", () => "User-agent: *\nDisallow: /" + Many("*a", Bytes / 2) + "$"),
        Of("many patterns of stars", () => "User-agent: *\n" + Many("Disallow: /*a*b*c*d$\n", Bytes / 21)),
        Of("many groups of one client", () => Many("User-agent: NewsDiff\nDisallow: /a\n", Bytes / 34)),
        Of("many clients of one group", () => Many("User-agent: a\n", Bytes / 14) + "Disallow: /"),
        Of("one line without an end", () => "User-agent: " + new string('a', Bytes)),
        Of("line ends only", () => Many("\r", Bytes)),
        Of("escapes without end", () => "User-agent: *\nDisallow: /" + Many("%2e%", Bytes / 4)),
        Of(
            "a delay beyond all numbers",
            () => "User-agent: *\nCrawl-delay: " + new string('9', 1000)
                + "\nCrawl-delay: -1\nCrawl-delay: NaN\nCrawl-delay: 1e400"),
        Of("sitemaps of no address", () => Many("Sitemap: http://[\n", Bytes / 18)),
        new(
            HostileKind.Robots,
            "bytes of no text",
            () => [.. Enumerable.Range(0, Bytes).Select(static number => (byte)(number * 31))]),
    ];

    private static HostileInput Of(string name, Func<string> make) =>
        new(HostileKind.Robots, name, () => Encoding.UTF8.GetBytes(make()));

    private static string Many(string part, int times) =>
        new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
