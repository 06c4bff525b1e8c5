using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class SiteConfigTests
{
    private const string Html = """
        <html><head><title>Site | News</title></head><body>
        <header class="top"><h1 class="kicker">Mill sold</h1><p class="by">By <b>Nora Ashdown</b></p></header>
        <div class="story-text"><p>The mill was sold.</p><div class="promo-box"><p>Buy a mug of the mill in our shop.</p></div>
        <p>It closes on Monday.</p></div>
        <div class="hollow"> <header>The mill, in pictures.</header> </div>
        <div class="long"><p>This long paragraph is about the weather, which was fine on Monday, and will be fine on Tuesday as well.</p>
        <p>This long paragraph is about the trains, which were late on Monday, and will be late on Tuesday as well.</p></div>
        </body></html>
        """;

    [Fact]
    public void A_site_config_becomes_a_rule()
    {
        string json = SiteRules.ImportSiteConfigs(Files(
            ("configs/example.org.txt", """
                # The mill's own site.
                title: //h1[@class='kicker']
                title: //meta[@property="og:title"]/@content
                author: //p[contains(@class, 'by')]/b
                body: //div[@id='gone']
                body: //div[contains(concat(' ', normalize-space(@class), ' '), ' story-text ')]
                strip: //header | //footer
                strip_id_or_class: 'promo'
                test_url: https://example.org/mill
                """)));

        Assert.Equal(
            """
            {
              "example.org": {
                "title": {
                  "first": [
                    "h1[class=\"kicker\"]",
                    "meta[property=\"og:title\"][content]"
                  ]
                },
                "body": {
                  "first": [
                    "div#gone",
                    "div.story-text"
                  ]
                },
                "remove": [
                  "header",
                  "footer",
                  "[class*=\"promo\"]",
                  "[id*=\"promo\"]"
                ],
                "authors": "p[class*=\"by\"] > b"
              }
            }

            """.ReplaceLineEndings("\n"),
            json);
        Article article = Extract(json);
        Assert.Equal("Mill sold", article.Title);
        Assert.Equal(["Nora Ashdown"], article.Authors);
        Assert.Equal(["The mill was sold.", "It closes on Monday."], article.Paragraphs.Select(part => part.Text));
    }

    [Fact]
    public void What_is_left_out_is_reported_with_its_line()
    {
        List<SiteRulesException> report = [];

        string json = SiteRules.ImportSiteConfigs(
            Files(("example.org.txt", """
                title: substring-after(//title, ':')
                prune: no
                tidy: yes
                http_header(user-agent): Mozilla/5.0
                http_header(cookie): consent=1
                next_page_link: //a[@rel='next']
                single_page_link: //a[@id='all']
                find_string: <b>
                replace_string(<i>): <b>
                requires_login: yes
                strip_attr: //img/@srcset
                bodi: //div
                this is no directive
                strip:
                body: //article
                """)),
            report.Add);

        Assert.Equal(["article"], SiteRules.Parse(json).All.Select(rule => rule.Body));
        Assert.Equal(Enumerable.Range(1, 14), report.Select(fault => fault.Line));
        Assert.All(report.Index(), fault =>
        {
            Assert.Contains(Reasons[fault.Index], fault.Item.Message, StringComparison.Ordinal);
            Assert.Contains("example.org.txt, line ", fault.Item.Message, StringComparison.Ordinal);
            Assert.Equal("example.org", fault.Item.Host);
        });
        Assert.DoesNotContain("Mozilla", json, StringComparison.Ordinal);
        Assert.DoesNotContain(report, fault => fault.Message.Contains("consent", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_that_are_no_site_configs_are_left_out_and_the_rest_is_read()
    {
        List<SiteRulesException> report = [];

        string json = SiteRules.ImportSiteConfigs(
            Files(
                ("LICENSE.txt", "body: //a"), ("global.txt", "body: //a"), ("fingerprint.example.com.txt", "body: //a"),
                ("notes.md", "body: //a"), ("..txt", "body: //a"), (".txt", ""), ("", ""),
                ("binary.org.txt", "body: //a\0"), ("huge.org.txt", new string('#', 300_000)),
                ("a.org.txt", "body: //b"), ("A.ORG.txt", "body: //i"), ("empty.org.txt", "# Nothing.\n"),
                ("half.org.txt", "strip_id_or_class: \uD800\nbody: //p[@id='\uFFFD']\ntitle: //h1")),
            report.Add);

        Assert.Equal(["half.org", "a.org"], SiteRules.Parse(json).All.Select(rule => rule.Host));
        Assert.Equal(12, report.Count);
    }

    [Fact]
    public void A_hostile_file_has_bounded_rules()
    {
        int reported = 0;

        string json = SiteRules.ImportSiteConfigs(
            Files(("example.org.txt", string.Concat(Enumerable.Range(1, 12_000).Select(i => $"strip: //a[{i}]\n")))),
            _ => reported++);

        Assert.Equal(12_000 - 500, reported);
        Assert.InRange(json.Length, 500, 50_000);
    }

    [Fact]
    public void Names_with_a_leading_dot_are_for_subdomains()
    {
        SiteRules rules = SiteRules.Parse(SiteRules.ImportSiteConfigs(
            Files((".example.org.txt", "body: //main"), ("example.org.txt", "body: //article"))));

        Assert.Equal("main", rules.Find(new Uri("https://news.example.org/a"))?.Body);
        Assert.Equal("article", rules.Find(new Uri("https://example.org/a"))?.Body);
        Assert.Equal("article", rules.Find(new Uri("https://www.example.org/a"))?.Body);
        Assert.Null(SiteRules.Parse("""{".example.org": {"body": "p"}}""").Find(new Uri("https://example.org/a")));
        Assert.Null(SiteRules.Parse("""{".example.org": {"body": "p"}}""").Find(new Uri("https://badexample.org/a")));
    }

    [Theory]
    [InlineData("""{"first": [".gone", ".story-text p", ".long"]}""", "The mill was sold.")]
    [InlineData("""{"first": [".long", ".story-text p"]}""", "This long paragraph is about the weather")]
    [InlineData("""{"first": [".promo-box", ".long"]}""", "This long paragraph is about the weather")]
    [InlineData("""{"first": [".hollow", ".long"]}""", "This long paragraph is about the weather")]
    [InlineData("\".hollow\"", "This long paragraph is about the weather")]
    [InlineData("""{"first": ["p", ".long p"]}""", "The mill was sold.")]
    public void The_first_alternative_with_text_outside_removed_parts_is_read(string body, string beginning)
    {
        Article article = Extract($$$"""{"example.org": {"body": {{{body}}}, "remove": [".promo-box", "header"]}}""");

        Assert.StartsWith(beginning, article.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            article.Paragraphs, paragraph => paragraph.Text.Contains("mug", StringComparison.Ordinal));
    }

    [Fact]
    public void Trying_alternatives_shows_the_first_with_a_match()
    {
        SiteRules rules = SiteRules.Parse("""{"example.org": {"body": {"first": [".gone", ".by b", "p"]}}}""");

        Assert.Equal(".gone else .by b else p", rules.All[0].Body);
        Assert.Equal(["Nora Ashdown"], rules.Try(Request(), TestContext.Current.CancellationToken)["body"]);
    }

    [Theory]
    [InlineData("""{"a.org": {"body": {"last": ["p"]}}}""")]
    [InlineData("""{"a.org": {"body": {}}}""")]
    [InlineData("""{"a.org": {"body": {"first": []}}}""")]
    [InlineData("""{"a.org": {"body": {"first": ["p"], "then": "b"}}}""")]
    [InlineData("""{"a.org": {"body": {"first": [["p"]]}}}""")]
    [InlineData("""{".": {"body": "p"}}""")]
    public void Wrong_alternatives_are_refused(string json) =>
        Assert.Throws<SiteRulesException>(() => SiteRules.Parse(json));

    [Fact]
    public void A_removed_part_still_states_title_authors_and_date()
    {
        const string html = """
            <html><body><div class="top"><h2>Mill <i>sold</i></h2><span>Nora Ashdown</span><time datetime="2026-05-03">now</time></div>
            <p>The mill was sold on Monday, as its owner told this newspaper.</p></body></html>
            """;
        SiteRules rules = SiteRules.Parse(
            """{"example.org": {"title": "h2", "authors": ".top span", "date": "time", "body": "p", "remove": ".top"}}""");

        Article? article = new HtmlArticleExtractor(new ExtractionOptions { Rules = rules }).Extract(
            Request() with { Html = html }, TestContext.Current.CancellationToken).Article;

        Assert.Equal("Mill sold", article?.Title);
        Assert.Equal(["Nora Ashdown"], article!.Authors);
        Assert.Equal("2026-05-03", article.PublishedAt?.ToString());
        Assert.Single(article.Paragraphs);
    }

    private static readonly string[] Reasons =
    [
        "is not translated: the function substring-after()", "is ignored", "is ignored", "is refused", "is refused",
        "is not supported", "is not supported", "is not supported", "is not supported", "is refused", "is ignored",
        "no such directive", "no directive", "XPath expression",
    ];

    private static Dictionary<string, string> Files(params (string Name, string Text)[] files) =>
        files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);

    private static Article Extract(string rules) =>
        new HtmlArticleExtractor(new ExtractionOptions { Rules = SiteRules.Parse(rules) })
            .Extract(Request(), TestContext.Current.CancellationToken).Article
        ?? throw new InvalidOperationException("No article.");

    private static ExtractionRequest Request() => new() { Html = Html, Url = new Uri("https://example.org/mill") };
}
