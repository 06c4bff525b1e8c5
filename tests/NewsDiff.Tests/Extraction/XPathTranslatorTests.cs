using System.Collections.Immutable;
using NewsDiff.Extraction.Rules.SiteConfigs;

namespace NewsDiff.Tests.Extraction;

public sealed class XPathTranslatorTests
{
    [Theory]
    [InlineData("//div[@id='main']", "div#main")]
    [InlineData("//*[@id=\"a b\"]", "[id=\"a b\"]")]
    [InlineData("//div[contains(@class,'story')]/p", "div[class*=\"story\"] > p")]
    [InlineData("//p[contains(concat(' ', normalize-space(@class), ' '), ' lead ')]", "p.lead")]
    [InlineData("//article//p[1]", "article p:first-of-type")]
    [InlineData("//p[@class='x'][last()]", "p[class=\"x\"]:nth-last-child(1 of p[class=\"x\"])")]
    [InlineData("//div[position() > 2]", "div:nth-of-type(n+3)")]
    [InlineData("//div[not(@id) and (@class='a' or starts-with(@class, 'b'))]",
        "div:not([id]):is([class=\"a\"], [class^=\"b\"])")]
    [InlineData("//h2[.='x'] | //a", null)]
    [InlineData("//a[img]/..", ":has(> :is(a:has(> img)))")]
    [InlineData("//b/ancestor::section[@id]", "section[id]:has(b)")]
    [InlineData("//h3/following-sibling::*[1][self::p]", "h3 + :is(p)")]
    [InlineData("//p[contains(., 'Read \"more\"')]", "p:contains(\"Read \\\"more\\\"\")")]
    [InlineData("/html/body/div", "html:root > body > div")]
    public void A_path_becomes_the_selector_of_the_same_elements(string xpath, string? selector) =>
        Assert.Equal(selector, Translate(xpath, XPathUse.Elements));

    [Theory]
    [InlineData("//h1/text()", "h1")]
    [InlineData("//meta[@property='og:title']/@content", "meta[property=\"og:title\"][content]")]
    [InlineData("normalize-space(//h1)", "h1")]
    [InlineData("(//h1 | //h2)[1]", "h1, h2")]
    public void Where_one_text_is_read_its_element_is_enough(string xpath, string selector)
    {
        Assert.Equal(selector, Translate(xpath, XPathUse.FirstText));
        Assert.Null(Translate(xpath, XPathUse.Elements));
    }

    [Theory]
    [InlineData("substring-after(//p, 'by')", "substring-after()")]
    [InlineData("//p[text()='x']", "text()")]
    [InlineData("//p[contains(text(), 'x')]", "whole text")]
    [InlineData("//p[@x > 3]", "']'")]
    [InlineData("//p[count(b) > 1]", "count()")]
    [InlineData("//p/following::div", "'following'")]
    [InlineData("//P", "'P'")]
    [InlineData("//svg:rect", "has no equal")]
    [InlineData("div", "begins with /")]
    [InlineData("//p[", "the end")]
    [InlineData("//p[@a='x]", "no end")]
    [InlineData("//p/descendant::b[2]", "among children")]
    [InlineData("(//p)[2]", "among all nodes")]
    [InlineData("//div[.//p[b]]", "on any depth")]
    [InlineData("//div[.//p[.//*]]", "on any depth")]
    [InlineData("//p[0]", "no element")]
    [InlineData("//img/@src", "attribute")]
    [InlineData("//p]", "has no equal")]
    [InlineData("//p[99999999999]", "too large")]
    public void What_has_no_equal_is_named(string xpath, string reason)
    {
        XPathNotTranslatedException fault = Assert.Throws<XPathNotTranslatedException>(
            () => XPathTranslator.Translate(xpath, XPathUse.Elements));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Translated_selectors_choose_what_the_expressions_choose(int seed)
    {
        var soup = new XPathSoup(seed);
        int translated = 0;
        int chosen = 0;
        for (int page = 0; page < 25; page++)
        {
            string html = soup.Page();
            var oracle = new XPathOracle(html);
            for (int i = 0; i < 25; i++)
            {
                string xpath = soup.Expression();
                if (TryTranslate(xpath) is { } selectors)
                {
                    int count = oracle.ByXPath(xpath).Count;
                    translated++;
                    chosen += count > 0 ? 1 : 0;
                    Assert.True(
                        oracle.ByXPath(xpath).SetEquals(oracle.BySelectors(selectors)),
                        $"{xpath} became {string.Join(", ", selectors)}, which chooses others than {count} in {html}");
                }
            }
        }

        Assert.InRange(translated, 350, 625);
        Assert.InRange(chosen, 120, 625);
    }

    [Fact]
    public void Hostile_expressions_end_soon()
    {
        string[] hostile =
        [
            "//" + new string('(', 1_900), "//a" + string.Concat(Enumerable.Repeat("[not(", 300)),
            "//a" + string.Concat(Enumerable.Repeat("[1]", 400)),
            "//a" + string.Concat(Enumerable.Repeat("/..", 500)),
            string.Join("|", Enumerable.Repeat("//a[1]", 250)), "//a[" + new string('9', 1_900) + "]",
            "//" + new string('a', 100_000), string.Concat(Enumerable.Repeat("normalize-space(", 100)),
        ];

        Assert.All(
            hostile,
            xpath => Assert.True((TryTranslate(xpath)?.Sum(selector => selector.Length) ?? 0) < 10_000));
    }

    private static string? Translate(string xpath, XPathUse use)
    {
        try
        {
            return string.Join(", ", XPathTranslator.Translate(xpath, use));
        }
        catch (XPathNotTranslatedException)
        {
            return null;
        }
    }

    private static ImmutableArray<string>? TryTranslate(string xpath)
    {
        try
        {
            return XPathTranslator.Translate(xpath, XPathUse.FirstText);
        }
        catch (XPathNotTranslatedException)
        {
            return null;
        }
    }
}
