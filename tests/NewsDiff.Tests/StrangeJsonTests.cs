using NewsDiff.Extraction;

namespace NewsDiff.Tests;

/// <summary>Well-formed JSON with half a surrogate pair.</summary>
public sealed class StrangeJsonTests
{
    [Theory]
    [InlineData("""{"\ud800.example":{"body":"p"}}""")]
    [InlineData("""{"a.example":{"\udc00":"p"}}""")]
    [InlineData("""{"a.example":{"body":"\ud800"}}""")]
    public void Site_rules_with_half_a_surrogate_pair_are_refused_with_their_place(string json)
    {
        var fault = Assert.Throws<SiteRulesException>(() => SiteRules.Parse(json));

        Assert.Contains("half a surrogate pair", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, fault.Line);
    }

    [Fact]
    public void A_selector_that_nests_too_deep_or_is_too_long_is_refused()
    {
        string nested = string.Concat(Enumerable.Repeat(":not(", 100_000)) + "p" + new string(')', 100_000);

        Assert.Throws<SiteRulesException>(() => SiteRules.Parse($$$"""{"a.example":{"body":"{{{nested}}}"}}"""));
        Assert.Throws<SiteRulesException>(
            () => SiteRules.Parse($$$"""{"a.example":{"body":"p{{{new string('x', 5000)}}}"}}"""));
        Assert.NotNull(SiteRules.Parse("""{"a.example":{"body":"p:nth-child(2n+1):not(.a)"}}"""));
    }
}
