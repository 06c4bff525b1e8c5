using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Lists of feeds that cost more to read than their length suggests.</summary>
public static class HostileOpml
{
    private const string Feeds = "<outline xmlUrl='https://a.example/{0}'/>";

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        List(
            "a folder's name of a megabyte",
            () => $"<outline text='{Repeat("n", 1_000_000)}'>" + Repeat(Feeds, 2_000) + "</outline>"),
        List(
            "long names of nested folders",
            () => Repeat($"<outline text='{Repeat("n", 30_000)}'>", 240) + Repeat(Feeds, 2_000)),
        List(
            "nested folders with feeds", () => Repeat($"<outline text='{Repeat("n", 900)}'>" + Repeat(Feeds, 20), 240)),
        List("folders in folders", () => Repeat("<outline text='a'>", 400_000)),
        List("folders", () => Repeat("<outline text='{0}'/>", 400_000)),
        List("feeds", () => Repeat(Feeds, 10_000)),
        List("one feed again and again", () => Repeat("<outline xmlUrl='https://a.example/'/>", 150_000)),
        List("feeds that are refused", () => Repeat("<outline xmlUrl='x:{0}'/>", 200_000)),
        List("feeds with user names", () => Repeat("<outline xmlUrl='//u@a{0}'/>", 350_000)),
        List("long addresses that are refused", () => Repeat($"<outline xmlUrl='{Repeat("a", 100_000)}'/>", 90)),
        List("filters", () => Repeat("<outline xmlUrl='https://a.example/{0}' filter='+url:(a*)*b'/>", 5_000)),
        List(
            "a filter of a megabyte",
            () => $"<outline xmlUrl='https://a.example/' filter='+url:{Repeat("(a|b)", 200_000)}'/>"),
        List(
            "a filter of many patterns",
            () => $"<outline xmlUrl='https://a.example/' filter='{Repeat("+url:a{0} ", 100_000)}'/>"),
        List(
            "a filter that repeats without end",
            () => "<outline xmlUrl='https://a.example/' filter='+url:((((a{0,999}){0,999}){0,999}){0,999})'/>"),
        List("attributes", () => "<outline xmlUrl='https://a.example/'" + Repeat(" a{0}=''", 800_000) + "/>"),
        List("tags that never end", () => Repeat("<outline ", 1_000_000)),
        List("values that never end", () => Repeat("<outline text=\"", 600_000)),
        List(
            "feeds without a scheme",
            () => Repeat("<outline xmlUrl='" + Repeat("a.", 4_000) + "example/{0}'/>", 1_000)),
    ];

    private static HostileInput List(string name, Func<string> make) =>
        new(HostileKind.Opml, name, () => Utf8($"<?xml version='1.0'?><opml><body>{make()}"));
}
