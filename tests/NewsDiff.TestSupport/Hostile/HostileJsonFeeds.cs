using static NewsDiff.TestSupport.Hostile.HostileText;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>JSON Feeds that cost more to read than their length suggests.</summary>
public static class HostileJsonFeeds
{
    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Json("items", () => "{\"items\":[" + Repeat("{\"id\":\"{0}\",\"url\":\"/{0}\"},", 250_000) + "{}]}"),
        Json("items of nothing", () => "{\"items\":[" + Repeat("{},", 3_000_000) + "{}]}"),
        Json("items that are none", () => "{\"items\":[" + Repeat("0,", 4_000_000) + "{}]}"),
        Json("lists of items", () => "{" + Repeat("\"items\":[{\"id\":\"{0}\"}],", 300_000) + "\"title\":\"T\"}"),
        Json("properties of an item", () => "{\"items\":[{" + Repeat("\"a{0}\":1,", 700_000) + "\"id\":\"1\"}]}"),
        Json("titles of an item", () => "{\"items\":[{" + Repeat("\"title\":\"{0}\",", 500_000) + "\"id\":\"1\"}]}"),
        Json("tags", () => "{\"items\":[{\"tags\":[" + Repeat("\"{0}\",", 900_000) + "\"x\"]}]}"),
        Json("authors", () => "{\"items\":[{\"authors\":[" + Repeat("{\"name\":\"{0}\"},", 450_000) + "{}]}]}"),
        Json("hubs", () => "{\"hubs\":[" + Repeat("{\"url\":\"/{0}\"},", 500_000) + "{}],\"items\":[]}"),
        Json("lists in lists", () => "{\"items\":" + Repeat("[", 5_000_000)),
        Json("objects in objects", () => "{\"items\":[" + Repeat("{\"a\":", 1_500_000)),
        Json("a title of ten megabytes", () => $"{{\"items\":[{{\"title\":\"{Repeat("t", 10_000_000)}\"}}]}}"),
        Json("a title of escapes", () => $"{{\"items\":[{{\"title\":\"{Repeat("\\ud83d", 1_600_000)}\"}}]}}"),
        Json(
            "contents of items",
            () => "{\"items\":[" + Repeat($"{{\"content_html\":\"{Repeat("<a", 100_000)}\"}},", 40) + "{}]}"),
        Json("a number of ten megabytes", () => $"{{\"items\":[{{\"id\":{Repeat("1", 10_000_000)}}}]}}"),
        Json("a name of ten megabytes", () => $"{{\"items\":[{{\"{Repeat("n", 10_000_000)}\":1}}]}}"),
        Json("an address of ten megabytes", () => $"{{\"items\":[{{\"url\":\"/{Repeat("u", 10_000_000)}\"}}]}}"),
        Json("comments", () => "{\"items\":[" + Repeat("/**/", 2_500_000) + "{}]}"),
        Json("half a character", () => "{\"items\":[{\"title\":\"\\ud800\",\"\\udfff\":1}]}"),
        Json("beginnings", () => Repeat("{", 5_000_000)),
    ];

    private static HostileInput Json(string name, Func<string> make) =>
        new(HostileKind.Feed, $"JSON, {name}", () => Utf8(make()));
}
