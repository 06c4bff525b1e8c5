using Microsoft.Playwright;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

/// <summary>Pages as a reader has them: in a browser, of every width and scheme, by keyboard, without script.</summary>
public sealed class BrowserTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    private static readonly (int Width, int Height)[] Screens = [(1280, 800), (768, 1024), (390, 844)];

    /// <summary>Every kind in English, in a language from right to left, and in one without spaces.</summary>
    public static TheoryData<string, string> Kinds =>
    [
        .. from name in SamplePages.Names
           from language in (string[])["en", "ar", "ja"]
           select (name, language),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_page_shuts_anybody_out(string kind, string language)
    {
        ServedPage served = await fixture.ShowAsync(SamplePages.Named(kind), language);
        Accessibility accessibility = await Accessibility.LoadAsync(served.Page);

        // Colours and wide screens do not depend on the words.
        foreach (ColorScheme scheme in language == "en" ? Schemes : [ColorScheme.Dark])
        {
            await served.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach ((int width, int height) in language == "en" ? Screens : [Screens[^1]])
            {
                await served.Page.SetViewportSizeAsync(width, height);
                (string[] violations, int passes) = await accessibility.RunAsync();
                bool fits = await served.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= window.innerWidth");

                Assert.True(
                    violations.Length == 0,
                    $"{kind}, {language}, {width} px, {scheme}: {string.Join('\n', violations)}");
                Assert.NotEqual(0, passes);
                Assert.True(fits, $"{kind}, {language}, is wider than {width} px.");
            }
        }
    }

    [Fact]
    public async Task What_shuts_somebody_out_is_found()
    {
        await using IBrowserContext context = await fixture.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync(
            "<html lang=en><title>T</title><main><h1>T</h1><p style='color: #999; background: #fff'>pale</p></main>");
        Accessibility accessibility = await Accessibility.LoadAsync(page);

        Assert.Contains(
            (await accessibility.RunAsync()).Violations,
            text => text.StartsWith("color-contrast", StringComparison.Ordinal));
        await page.EvaluateAsync("document.querySelector('p').style.color = '#000'");
        Assert.Empty((await accessibility.RunAsync()).Violations);
    }

    [Fact]
    public async Task An_Arabic_page_runs_from_right_to_left_and_an_English_article_in_it_does_not()
    {
        await using IBrowserContext context = await fixture.Browser.NewContextAsync();
        foreach (string kind in (string[])["changes", "article", "comparison", "version"])
        {
            ServedPage served = await ServedPage.OpenAsync(context, SamplePages.Named(kind), "ar");

            Assert.Equal("rtl", await DirectionOfAsync(served, "main"));
            Assert.Equal("ltr", await DirectionOfAsync(served, "main [lang=en]"));
        }

        static Task<string> DirectionOfAsync(ServedPage served, string place) =>
            served.Page.Locator(place).First.EvaluateAsync<string>("element => getComputedStyle(element).direction");
    }

    [Theory]
    [InlineData("The harbour board said in its report on the old quay that residents waited, in paragraph", "en")]
    [InlineData("קראו התושבים בישיבת המועצה על הנמל הישן בפסקה", "he")]
    [InlineData("قال مجلس الميناء إن السكان انتظروا طويلا هذا القرار في الفقرة", "ar")]
    [InlineData("港务局星期二晚上批准了在老码头建造住宅的计划第", "zh")]
    public async Task The_change_is_on_the_first_screen_and_nothing_is_wider_than_it(string words, string language)
    {
        await using IBrowserContext context = await fixture.Browser.NewContextAsync();
        ComparisonPage comparison = SamplePages.Long(words, language);
        foreach (ComparisonPage page in (ComparisonPage[])[comparison, comparison with { IsInline = true }])
        {
            ServedPage served = await ServedPage.OpenAsync(context, page);
            foreach ((int width, int height) in Screens)
            {
                await served.Page.SetViewportSizeAsync(width, height);
                LocatorBoundingBoxResult? mark = await served.Page.Locator("main ins:visible").First.BoundingBoxAsync();

                Assert.NotNull(mark);
                Assert.InRange(mark.Y + mark.Height, 1, height);
                Assert.True(await served.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= window.innerWidth"));
            }
        }
    }

    [Fact]
    public async Task A_narrow_screen_shows_each_changed_paragraph_once()
    {
        await using IBrowserContext context = await fixture.Browser.NewContextAsync();
        ServedPage served = await ServedPage.OpenAsync(context, SamplePages.Long("The board said in its report", "en"));
        ILocator cells = served.Page.Locator("tr.nd-paired > td:visible");

        await served.Page.SetViewportSizeAsync(1280, 800);
        Assert.Equal(2, await cells.CountAsync());
        await served.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(1, await cells.CountAsync());
    }

    [Fact]
    public async Task What_is_folded_opens_by_keyboard_and_without_script()
    {
        await using IBrowserContext context =
            await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        ServedPage served = await ServedPage.OpenAsync(context, SamplePages.Long("The board said in its report", "en"));
        ILocator folded = served.Page.Locator("#p3");
        Assert.False(await folded.IsVisibleAsync());

        ILocator summary = served.Page.Locator("summary").First;
        await summary.FocusAsync();
        await summary.PressAsync("Enter");

        Assert.True(await folded.IsVisibleAsync());
    }

    [Fact]
    public async Task Text_that_means_harm_does_nothing()
    {
        await using IBrowserContext context = await fixture.Browser.NewContextAsync();
        string all = string.Concat(Stories.Hostile);
        Article before = Stories.Article(all, [.. Stories.Hostile]) with { SiteName = all, Authors = [all] };
        Article after = Stories.Article(all + "!", [.. Stories.Hostile.Reverse()]) with { Section = all };
        ArticleVersion[] versions = [Stories.Version(1, before), Stories.Version(2, after) with { Doubt = all }];
        var facts = new ArticleFacts
        {
            ArticleId = "ab12",
            Url = new Uri("javascript:alert(1)"),
            FirstSeenAt = Stories.Seen,
            VersionCount = 2,
            Source = all,
            Trouble = all,
        };
        var change = new ArticleChange(versions[0], versions[1]);
        Page[] pages =
        [
            new ComparisonPage { Facts = facts, Change = change },
            new ComparisonPage { Facts = facts, Change = change, IsInline = true },
            new ArticlePage { Facts = facts, History = new ArticleHistory(versions) },
            new VersionPage { Facts = facts, Version = versions[0] },
            new ChangesPage { Entries = [new ChangeEntry(change) { Source = all }] },
            new ArticlesPage
            {
                Entries = [new ArticleEntry { Latest = versions[1], FirstSeenAt = Stories.Seen, Source = all }],
            },
            new NotFoundPage { Message = all },
        ];
        foreach (Page page in pages)
        {
            ServedPage served = await ServedPage.OpenAsync(context, page);

            Assert.Equal(1, await served.Page.Locator("h1").CountAsync());
            Assert.Empty(served.Noticed);
        }
    }
}
