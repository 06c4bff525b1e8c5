using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Lists of captures that no archive would give.</summary>
public static class HostileTimeMaps
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Of(
            "half a surrogate pair in an address",
            () =>
                """{"original_uri":"\ud800","mementos":{"list":[{"uri":"\udc00","datetime":"2024-01-02T03:04:05Z"}]}}"""),
        Of("half a surrogate pair in a name", () => """{"\ud800":1,"mementos":{"list":[{"\udfff":"x"}]}}"""),
        Of(
            "half a surrogate pair in a row",
            () => """[["timestamp","original"],["\ud800","https://a.example/"],["20240102030405","\ud800"]]"""),
        Of("half a surrogate pair in CDXJ", () => "com,example)/ 20240102030405 {\"url\":\"\\ud800\",\"\\udc00\":1}\n"),
        Of("rows of a million columns", () => $"[[{Many("\"x\",", 700_000)}\"timestamp\"],{Many("[],", 1_000_000)}[]]"),
        Of("a CDX header of a million columns", () => $" CDX {Many("x ", 2_000_000)}\n{Many("a b\n", 1_000_000)}"),
        Of("arrays in arrays", () => new string('[', 5 * Megabyte)),
        Of("objects in objects", () => Many("{\"a\":", Megabyte)),
        Of("a link that never ends", () => "<https://a.example/>; rel=\"memento\"; " + Many("a=\"", 3 * Megabyte)),
        Of("links without an end", () => "<https://a.example/>;rel=memento," + new string('<', 9 * Megabyte)),
        Of("parameters without a name", () => "<https://a.example/>; rel=memento" + Many(";=", 4 * Megabyte)),
        Of(
            "an address of megabytes",
            () =>
                $"<https://a.example/{new string('a', 9 * Megabyte)}>; rel=\"memento\"; datetime=\"Tue, 02 Jan 2024 "
                + "03:04:05 GMT\""),
        Of(
            "a year of many digits",
            () => $"[[\"timestamp\",\"original\"],[\"{new string('9', Megabyte)}\",\"https://a.example/\"]]"),
        Of(
            "bytes of no text",
            () => [.. Enumerable.Range(0, 5 * Megabyte).Select(static number => (byte)(number * 31))]),
    ];

    private static HostileInput Of(string name, Func<string> make) => Of(name, () => Encoding.UTF8.GetBytes(make()));

    private static HostileInput Of(string name, Func<byte[]> make) => new(HostileKind.TimeMap, name, make);

    private static string Many(string part, int times) =>
        new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
