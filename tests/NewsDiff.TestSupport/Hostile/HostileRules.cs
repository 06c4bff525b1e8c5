using System.Text;

namespace NewsDiff.TestSupport.Hostile;

/// <summary>Files of site rules that stop or exhaust their reader.</summary>
public static class HostileRules
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileInput> All =>
    [
        Of("half a surrogate pair in a host", () => """{"\ud800.example":{"body":"p"}}"""),
        Of("half a surrogate pair in a field", () => """{"a.example":{"\udc00":"p"}}"""),
        Of("half a surrogate pair in a selector", () => """{"a.example":{"body":"\ud800"}}"""),
        Of(
            "selectors in selectors",
            () => $$$"""{"a.example":{"body":"{{{Many(":not(", 100_000)}}}p{{{new string(')', 100_000)}}}"}}"""),
        Of("a selector of megabytes", () => $$$"""{"a.example":{"body":"{{{Many("p ", 2 * Megabyte)}}}p"}}"""),
        Of("a selector that never ends", () => """{"a.example":{"body":"[a='""" + new string('x', 4000) + "\"}}"),
        Of("arrays in arrays", () => "{\"a.example\":{\"body\":" + new string('[', Megabyte)),
        Of(
            "many hosts",
            () => "{"
                + string.Join(',', Enumerable.Range(0, 50_000).Select(static number => $"\"a{number}.example\":{{}}"))
                + "}"),
        Of("a host of megabytes", () => $$$"""{"{{{new string('a', 4 * Megabyte)}}}.example":{"body":"p"}}"""),
        new(HostileKind.Rules, "bytes of no text", () => [.. "{\"a.example\":{\"body\":\""u8, 0xFF, 0xFE, .. "\"}}"u8]),
        Of("nothing at all", () => ""),
    ];

    private static HostileInput Of(string name, Func<string> make) =>
        new(HostileKind.Rules, name, () => Encoding.UTF8.GetBytes(make()));

    private static string Many(string part, int times) =>
        new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
