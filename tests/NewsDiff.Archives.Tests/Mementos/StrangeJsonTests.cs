using System.Text;
using NewsDiff.Archives.Mementos;

namespace NewsDiff.Archives.Tests.Mementos;

/// <summary>Well-formed JSON with half a surrogate pair.</summary>
public sealed class StrangeJsonTests
{
    private static readonly Uri Archive = new("https://archive.example/web/");

    [Theory]
    [InlineData(
        """{"original_uri":"\ud800","mementos":{"list":[{"uri":"https://archive.example/1","datetime":"2024-01-02T03:04:05Z"}]}}""",
        1)]
    [InlineData(
        """{"mementos":{"list":[{"uri":"\udc00","datetime":"2024-01-02T03:04:05Z"},{"uri":"https://archive.example/1","datetime":"2024-01-02T03:04:05Z"}]}}""",
        1)]
    [InlineData(
        """[["timestamp","original"],["20240102030405","\ud800"],["20240102030405","https://a.example/"]]""", 1)]
    [InlineData("""[["timestamp","\ud800","original"],["20240102030405","","https://a.example/"]]""", 1)]
    public void A_text_with_half_a_surrogate_pair_takes_only_its_own_capture_with_it(string json, int captures) =>
        Assert.Equal(captures, TimeMapReader.Read(Encoding.UTF8.GetBytes(json), Archive, Archive)!.Mementos.Length);

    [Theory]
    [InlineData("""{"\ud800":1,"mementos":{"list":[]}}""")]
    [InlineData("com,example)/ 20240102030405 {\"\\ud800\":\"x\"}")]
    public void A_name_with_half_a_surrogate_pair_is_no_fault(string text) =>
        Assert.Empty(TimeMapReader.Read(Encoding.UTF8.GetBytes(text), Archive, Archive)?.Mementos ?? []);
}
