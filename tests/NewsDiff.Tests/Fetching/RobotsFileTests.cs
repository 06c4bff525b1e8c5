using System.Text;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Tests.Fetching;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("Disallow: /news", "/news", false)]
    [InlineData("Disallow: /news", "/newsletter", false)]
    [InlineData("Disallow: /news", "/News", true)]
    [InlineData("Disallow: /news\nAllow: /news/world", "/news/world/1", true)]
    [InlineData("Allow: /news\nDisallow: /news", "/news", true)]
    [InlineData("Disallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("Disallow: /a$b", "/a$b/c", false)]
    [InlineData("Disallow: /*/private/*/x", "/a/private/b/c/x", false)]
    [InlineData("Disallow: *", "/anything", false)]
    [InlineData("Disallow:", "/anything", true)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /\nAllow: /index.html", "/", true)]
    [InlineData("Disallow: /\nAllow: /index.html", "/a", false)]
    [InlineData("Disallow: /\nAllow: /news/index.htm", "/news/", true)]
    [InlineData("Disallow: /\nDisallow: /index.html", "/", false)]
    [InlineData("Disallow: /news\nDisallow: /news/index.html", "/news/", false)]
    [InlineData("Disallow: /caf%c3%a9", "/caf%C3%A9", false)]
    [InlineData("Disallow: /café", "/caf%C3%A9", false)]
    [InlineData("Disallow: /a?*page=", "/a?x=1&page=2", false)]
    [InlineData("Disallow: /%7Eann/%62%61%7a", "/~ann/baz", false)]
    [InlineData("Disallow: /~ann", "/%7eann", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /a%24", "/a$", true)]
    [InlineData("Disallow: /my files/", "/my%20files/a", false)]
    [InlineData("Disallow: /Åland", "/%C3%85land/a", false)]
    [InlineData("Disallow: /Åland", "/%C3", true)]
    [InlineData("Disallow: /là", "/l%C3%A9", true)]
    [InlineData("Disallow: /x*b*a*c", "/xbac", false)]
    [InlineData("Disallow: /x*b*a*c", "/xabc", true)]
    [InlineData("Disallow: /my files/xab", "/my%20files/xAB", true)]
    [InlineData("Disallow: /a%4", "/a%4x", false)]
    [InlineData("Disallow: /100%4g", "/100%4gx", false)]
    public void The_longest_matching_rule_decides(string rules, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, Parse("User-agent: *\n" + rules).Check("NewsDiff", path).IsAllowed);

    [Theory]
    [InlineData("User-agent: newsDIFF\nDisallow: /", false)]
    [InlineData("User-agent: NewsDiff/2.0\nDisallow: /", false)]
    [InlineData("User-agent: NewsDiffer\nDisallow: /", true)]
    [InlineData("User-agent: News\nDisallow: /", true)]
    [InlineData("User-agent: Other\nUser-agent: NewsDiff\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: NewsDiff\nDisallow: /other", true)]
    [InlineData(
        "User-agent: NewsDiff\nDisallow: /x\n\nUser-agent: Other\nDisallow:\n\nUser-agent: NewsDiff\nDisallow: /a",
        false)]
    [InlineData("User-agent: NewsDiff\nSitemap: https://example.org/s.xml\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /  # everything", false)]
    [InlineData("User-agent: *\rDisallow: /", false)]
    [InlineData("user agent: *\ndissallow: /", false)]
    [InlineData("User-agent *\nDisallow /", false)]
    public void Groups_speak_to_the_agents_they_name(string file, bool isAllowed) =>
        Assert.Equal(isAllowed, Parse(file).Check("NewsDiff", "/a").IsAllowed);

    [Theory]
    [InlineData("Crawl-delay: 7", 7.0)]
    [InlineData("Crawl-delay: 0.5", 0.5)]
    [InlineData("Crawl-delay: 0,5", 0.5)]
    [InlineData("Crawl-delay: 10s", 10.0)]
    [InlineData("Crawl delay: 10 s", 10.0)]
    [InlineData("Crawl-delay: soon", null)]
    [InlineData("Crawl-delay: 1,000.5", null)]
    [InlineData("Crawl-delay: s", null)]
    [InlineData("Crawl-delay: -1", null)]
    [InlineData("Disallow: /x", null)]
    public void A_crawl_delay_is_read_when_it_is_a_number(string line, double? seconds) =>
        Assert.Equal(seconds, Parse("User-agent: *\n" + line).CrawlDelayOf("NewsDiff")?.TotalSeconds);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_file_with_a_byte_order_mark_is_read(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.Preamble, .. encoding.GetBytes("User-agent: *\r\nDisallow: /a\r\n")];

        Assert.False(RobotsFile.Parse(file).Check("NewsDiff", "/a").IsAllowed);
        Assert.True(RobotsFile.Parse(file).Check("NewsDiff", "/b").IsAllowed);
    }

    [Theory]
    [InlineData(16 * 1024, false)]
    [InlineData((16 * 1024) + 1, true)]
    public void A_line_is_read_up_to_16_KiB(int length, bool isAllowed)
    {
        string line = "Disallow:".PadRight(length - 1) + "/";
        Assert.Equal(isAllowed, Parse("User-agent: *\n" + line).Check("NewsDiff", "/a").IsAllowed);
    }

    [Theory]
    [InlineData(500 * 1024, "https://news.example/map.xml")]
    [InlineData((500 * 1024) + 1, "https://news.example/map.xm")]
    public void Sitemaps_are_read_from_the_first_500_KiB(int length, string expected)
    {
        const string line = "\nSitemap: /map.xml";
        byte[] file = Encoding.UTF8.GetBytes("#".PadRight(length - line.Length, '#') + line);
        Assert.Equal(expected, Assert.Single(
            RobotsSitemaps.Read(file, new Uri("https://news.example/robots.txt"), most: 2)).AbsoluteUri);
    }

    [Fact]
    public void The_verdict_names_its_rule()
    {
        RobotsVerdict verdict = Parse("User-agent: *\nDisallow: /a\nDisallow: /a*c").Check("NewsDiff", "/abc");

        Assert.False(verdict.IsAllowed);
        Assert.Equal("Disallow: /a*c", verdict.Rule!.ToString());
    }

    [Fact]
    public void A_pattern_full_of_stars_is_matched_without_trying_every_way()
    {
        var pattern = new RobotsPattern("/" + string.Concat(Enumerable.Repeat("*a", 5_000)) + "*b$");

        Assert.False(pattern.IsMatch("/" + new string('a', 100_000)));
        Assert.True(pattern.IsMatch("/" + new string('a', 100_000) + "b"));
    }

    private static RobotsFile Parse(string text) => RobotsFile.Parse(Encoding.UTF8.GetBytes(text));
}
