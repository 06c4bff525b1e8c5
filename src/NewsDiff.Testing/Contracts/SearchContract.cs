using NewsDiff.Search;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="ISearchableStore"/> must find.</summary>
/// <remarks>The stores are opened with their search index.</remarks>
public abstract class SearchContract<TStore> : StoreContract<TStore>
    where TStore : class, ISearchableStore, IVersionStore, IArticleCatalog
{
    [Theory]
    [InlineData("ferry", true)]
    [InlineData("FERRY late", true)]
    [InlineData("late ferry", true)]
    [InlineData("ferry early", false)]
    [InlineData("ferr", false)]
    [InlineData("\"ferry is late\"", true)]
    [InlineData("\"late ferry\"", false)]
    [InlineData("ferry -late", false)]
    [InlineData("ferry -early", true)]
    [InlineData("ferry -\"is early\"", true)]
    [InlineData("early OR late", true)]
    [InlineData("early OR punctual", false)]
    [InlineData("ferry early OR late", true)]
    [InlineData("train early OR late", false)]
    [InlineData("Zurich", true)]
    [InlineData("zürich", true)]
    [InlineData("cafe", true)]
    [InlineData("strasse STRASSE", true)]
    [InlineData("\"1,200\"", true)]
    [InlineData("minister", true)]
    [InlineData("\"minister's word\"", true)]
    public async Task Words_phrases_and_their_opposites_are_found_without_case_and_accents(string query, bool isFound)
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(
            store, "a", 0, "News",
            "The ferry is late by 1,200 minutes. The minister’s word at the CAFÉ in Zürich, Straße 1.");

        Assert.Equal(isFound ? ["a"] : [], await FindAsync(store, query));
    }

    [Theory]
    [InlineData("东京", "我在东京都住", true)]
    [InlineData("东京都", "我在东京都住", true)]
    [InlineData("京", "我在东京都住", true)]
    [InlineData("住", "我在东京都住", true)]
    [InlineData("京东", "我在东京都住", false)]
    [InlineData("东京 住", "我在东京都住", true)]
    [InlineData("カメラ", "新しいｶﾒﾗを買う", true)]
    [InlineData("서울", "서울에서 만나요", true)]
    [InlineData("울에", "서울에서 만나요", true)]
    [InlineData("ข่าว", "อ่านข่าววันนี้", true)]
    [InlineData("ขาว", "อ่านข่าววันนี้", false)]
    [InlineData("2020", "東京2020年", true)]
    [InlineData("東京2020", "東京2020年", true)]
    [InlineData("京2020年", "東京2020年", true)]
    [InlineData("की", "राम की गाय", true)]
    [InlineData("का", "राम की गाय", false)]
    [InlineData("ОРЁЛ", "Летит орел", true)]
    public async Task Languages_without_spaces_are_found_by_any_characters_in_succession(
        string query, string text, bool isFound)
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", text);

        Assert.Equal(isFound ? ["a"] : [], await FindAsync(store, query));
    }

    [Fact]
    public async Task A_hit_tells_in_which_versions_its_text_stood()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", "The ferry is late.", "Nobody is hurt.");
        await AppendAsync(store, "a", 1, "News", "The ferry is late.", "Two are hurt.");
        await AppendAsync(store, "a", 2, "News", "Two are hurt.");

        SearchHit ferry = Assert.Single(await HitsAsync(store, "ferry"));
        SearchHit two = Assert.Single(await HitsAsync(store, "\"two are\""));

        Assert.Equal((1, 2, 1), (ferry.FirstVersion, ferry.LastVersion, ferry.Version.Number));
        Assert.Equal((2, null, 2), (two.FirstVersion, two.LastVersion, two.Version.Number));
        Assert.Equal("a", ferry.Version.ArticleId);
        Assert.False(ferry.IsTitle);
        Assert.Equal("The ferry is late.", ferry.Snippet);
        Assert.Equal(["ferry"], Marked(ferry));
    }

    [Fact]
    public async Task Removed_text_is_found_and_text_that_an_edit_kept_is_not()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(
            store, "a", 0, "A plain lie", "The minister lied to the press about the ferry.", "The whale sang.");
        await AppendAsync(store, "a", 1, "A plain word", "The minister spoke to the press about the ferry.");

        SearchHit lied = Assert.Single(await HitsAsync(store, "kind:removed lied"));
        SearchHit whale = Assert.Single(await HitsAsync(store, "kind:removed \"whale sang\""));
        SearchHit title = Assert.Single(await HitsAsync(store, "kind:removed kind:title lie"));

        Assert.Equal((1, 1, 1), (lied.FirstVersion, lied.LastVersion, lied.Version.Number));
        Assert.Equal(["lied"], Marked(lied));
        Assert.Equal((1, 1), (whale.FirstVersion, whale.LastVersion));
        Assert.Equal((true, "A plain lie"), (title.IsTitle, title.Snippet));
        Assert.Empty(await HitsAsync(store, "kind:removed minister"));
        Assert.Empty(await HitsAsync(store, "kind:removed spoke"));
        Assert.Equal(2, (await HitsAsync(store, "kind:removed version:2 -kind:title")).Count);
    }

    [Fact]
    public async Task Removed_text_that_returns_does_not_count_as_removed()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", "The minister lied.", "The whale sang.");
        await AppendAsync(store, "a", 1, "News", "The minister spoke.");
        await AppendAsync(store, "a", 2, "News", "The minister lied.", "The whale sang.");

        Assert.Empty(await HitsAsync(store, "kind:removed lied OR whale"));
        Assert.Equal(
            [(3, null), (1, 1)],
            (await HitsAsync(store, "whale")).Select(hit => (hit.FirstVersion, hit.LastVersion)));
        Assert.Single(await HitsAsync(store, "kind:removed spoke"));
    }

    [Fact]
    public async Task Text_is_found_by_the_version_that_brought_it()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", "The ferry is late.", "The quay is wet.");
        await AppendAsync(store, "a", 1, "News", "The ferry is very late.", "The quay is wet.");
        await AppendAsync(store, "a", 2, "News", "The ferry is very late.", "The quay is wet.", "A ferry sank.");

        Assert.Equal([3, 2], (await HitsAsync(store, "kind:added ferry OR very")).Select(hit => hit.FirstVersion));
        Assert.Equal([3], (await HitsAsync(store, "kind:added ferry")).Select(hit => hit.FirstVersion));
        Assert.Empty(await HitsAsync(store, "kind:added quay"));
        Assert.Equal([2], (await HitsAsync(store, "version:2 ferry")).Select(hit => hit.FirstVersion));
        Assert.Equal(3, (await HitsAsync(store, "version:1")).Count);
    }

    [Fact]
    public async Task Titles_are_found_as_paragraphs_of_their_own_kind()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "The ferry", "It is late.");
        await AppendAsync(store, "b", 1, "A late ship", "The ferry.");

        Assert.Equal(["b", "a"], await FindAsync(store, "ferry"));
        Assert.Equal(["a"], await FindAsync(store, "ferry kind:title"));
        Assert.Equal(["b"], await FindAsync(store, "ferry -kind:title"));
        Assert.Empty(await FindAsync(store, "ferry late kind:title"));
    }

    [Fact]
    public async Task Sources_hosts_and_dates_narrow_a_search()
    {
        TStore store = await OpenForTestAsync();
        TrackedArticle article = await RegisterAsync(store, "https://a.example/1", "the BBC");
        await AppendAsync(store, article.Id, 0, "News", "ferry one");
        await AppendAsync(store, "b", 24, "News", "ferry two");

        Assert.Equal([article.Id], await FindAsync(store, "ferry source:\"the BBC\""));
        Assert.Equal(["b"], await FindAsync(store, "ferry -source:\"the BBC\""));
        Assert.Empty(await FindAsync(store, "ferry source:bbc"));
        Assert.Equal(["b", article.Id], await FindAsync(store, "ferry host:NEWS.example"));
        Assert.Empty(await FindAsync(store, "ferry host:other.example"));
        Assert.Equal(["b"], await FindAsync(store, "ferry since:2026-05-04"));
        Assert.Equal([article.Id], await FindAsync(store, "ferry until:2026-05-04"));
        Assert.Equal(["b", article.Id], await FindAsync(store, "ferry since:2026-05 until:2027"));
        Assert.Empty(await FindAsync(store, "ferry since:2026-05-04T12:00:01Z"));
        Assert.Equal(["b"], await FindAsync(store, "ferry since:2026-05-04T12:00:00Z"));
        Assert.Equal([article.Id], await FindAsync(store, "source:\"the BBC\" -kind:title"));
    }

    [Fact]
    public async Task A_source_that_becomes_known_later_counts_for_earlier_text()
    {
        TStore store = await OpenForTestAsync();
        TrackedArticle article = await RegisterAsync(store, "https://a.example/1", null);
        await AppendAsync(store, article.Id, 0, "News", "ferry one");

        await RegisterAsync(store, "https://a.example/1", "bbc");

        Assert.Equal([article.Id], await FindAsync(store, "ferry source:bbc"));
    }

    [Fact]
    public async Task An_erased_version_is_not_found_and_text_that_others_have_still_is()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", "one ferry");
        await AppendAsync(store, "a", 1, "News", "a secret ferry");
        await AppendAsync(store, "a", 2, "News", "one ferry", "at last");
        Assert.Single(await HitsAsync(store, "secret"));

        await HideAsync(store, "a", 2);

        Assert.Empty(await HitsAsync(store, "secret"));
        Assert.Empty(await HitsAsync(store, "kind:removed secret"));
        Assert.Equal((1, null), Assert.Single((await HitsAsync(store, "ferry"))
            .Select(hit => (hit.FirstVersion, hit.LastVersion))));
        Assert.Equal([3], (await HitsAsync(store, "kind:added last")).Select(hit => hit.FirstVersion));
    }

    [Fact]
    public async Task Text_after_erased_versions_is_compared_with_what_stood_before_them()
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", "one ferry");
        await AppendAsync(store, "a", 1, "News", "a secret ferry");
        Assert.Single(await HitsAsync(store, "secret"));
        await HideAsync(store, "a", 2);

        await AppendAsync(store, "a", 2, "News", "two ships");

        Assert.Equal((1, 1), Assert.Single((await HitsAsync(store, "ferry"))
            .Select(hit => (hit.FirstVersion, hit.LastVersion))));
        Assert.Equal(["two ships"], (await HitsAsync(store, "-kind:title version:3")).Select(hit => hit.Snippet));
        await HideAsync(store, "a", 1);
        await HideAsync(store, "a", 3);
        Assert.Empty(await HitsAsync(store, "ferry OR ships OR news"));
    }

    [Fact]
    public async Task A_store_that_was_searched_while_it_grew_verifies_without_faults()
    {
        TStore store = await OpenForTestAsync();
        for (int number = 0; number < 60; number++)
        {
            await AppendAsync(store, $"a{number % 7}", number, "News", $"ferry {number}", $"word{number % 13}");
            await HitsAsync(store, number < 50 ? "ferry" : "quay");
        }

        for (int number = 60; number < 90; number++)
        {
            await AppendAsync(store, $"a{number % 7}", number, "News", $"ferry {number}", $"word{number % 13}");
        }

        Assert.Empty(await ((IVersionCare)store).VerifyAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Hits_come_newest_first_and_a_cursor_goes_on_without_gap_or_repetition()
    {
        TStore store = await OpenForTestAsync();
        for (int i = 0; i < 70; i++)
        {
            await AppendAsync(store, $"a{i}", i / 3, "News", $"ferry {i}");
        }

        List<SearchHit> all = await HitsAsync(store, "ferry");
        List<string> paged = [];
        for (string? cursor = null; ;)
        {
            List<SearchHit> page = await store.SearchAsync("ferry", cursor, Token).Take(7).ToListAsync(Token);
            paged.AddRange(page.Select(hit => hit.Version.ArticleId));
            if (page.Count < 7)
            {
                break;
            }

            cursor = page[^1].Cursor;
        }

        Assert.Equal(70, all.Count);
        Assert.Equal(all.Select(hit => hit.Version.ArticleId), paged);
        Assert.Equal(all.Select(hit => hit.Version.SeenAt).OrderDescending(), all.Select(hit => hit.Version.SeenAt));
    }

    [Fact]
    public async Task A_long_paragraph_is_found_by_its_ends_and_its_snippet_is_short()
    {
        TStore store = await OpenForTestAsync();
        string filling = string.Join(' ', Enumerable.Repeat("word after word 漢字を書く", 1_500));
        await AppendAsync(store, "a", 0, "News", $"beginning {filling} the middle {filling} ending");

        SearchHit ending = Assert.Single(await HitsAsync(store, "ending"));
        Assert.Single(await HitsAsync(store, "beginning"));
        Assert.Single(await HitsAsync(store, "\"the middle\""));
        Assert.InRange(ending.Snippet.Length, 10, 250);
        Assert.Equal(["ending"], Marked(ending));
    }

    [Theory]
    [MemberData(nameof(SearchQueries.Wrong), MemberType = typeof(SearchQueries))]
    public async Task A_wrong_query_says_what_is_wrong(string query, string reason)
    {
        TStore store = await OpenForTestAsync();

        FormatException fault = Assert.Throws<FormatException>(() => store.SearchAsync(query, null, Token));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_reaches_the_database()
    {
        TStore store = await OpenForTestAsync();
        string[] bombs =
        [
            string.Join(" OR ", Enumerable.Repeat("a", 1_000)),
            string.Join(' ', Enumerable.Range(0, 10_000)),
            string.Join(' ', Enumerable.Repeat("-a", 500)),
            new('"', 1_001),
            new('漢', 1_900),
            string.Join(' ', Enumerable.Repeat("kind:title", 180)),
        ];

        Assert.All(bombs, bomb => Assert.Throws<FormatException>(() => store.SearchAsync(bomb, null, Token)));
        Assert.Throws<FormatException>(() => store.SearchAsync("ferry", "no cursor", Token));
        Assert.Empty(await HitsAsync(store, string.Join(" OR ", Enumerable.Repeat("a", 64))));
        Assert.Empty(await HitsAsync(store, string.Join(' ', Enumerable.Repeat("-a", 64))));
        Assert.Empty(await HitsAsync(store, new string('x', 1_999)));
    }

    [Theory]
    [MemberData(nameof(SearchQueries.Hostile), MemberType = typeof(SearchQueries))]
    public async Task The_syntax_of_databases_is_only_text(string query)
    {
        TStore store = await OpenForTestAsync();
        await AppendAsync(store, "a", 0, "News", query + " ferry", "another ferry");

        List<SearchHit> hits = await HitsAsync(store, $"{query} -nothing");

        Assert.All(hits, hit => Assert.Equal("a", hit.Version.ArticleId));
        Assert.NotEmpty(await HitsAsync(store, "ferry"));
    }

    [Fact]
    public async Task Texts_of_any_characters_are_kept_and_found()
    {
        TStore store = await OpenForTestAsync();
        int number = 0;
        foreach (string text in VersionStoreContract.HostileTexts.Select(row => row.Data))
        {
            await AppendAsync(store, "a" + text, number++, text, $"{text} needle{number} {text}");
            Assert.Equal(["a" + text], await FindAsync(store, $"needle{number}"));
        }
    }

    protected static async Task<List<SearchHit>> HitsAsync(TStore store, string query) =>
        await store.SearchAsync(query, null, Token).ToListAsync(Token);

    protected static async Task<List<string>> FindAsync(TStore store, string query) =>
        [.. (await HitsAsync(store, query)).Select(hit => hit.Version.ArticleId)];

    protected static async Task AppendAsync(
        TStore store, string articleId, int hours, string title, params string[] paragraphs)
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/1"),
            Title = title,
            Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
        };
        AppendResult result = await store.AppendAsync(
            new VersionDraft { ArticleId = articleId, Article = article, SeenAt = Noon.AddHours(hours) }, Token);
        Assert.True(result.IsAppended);
    }

    private static async Task HideAsync(TStore store, string articleId, int number)
    {
        var query = new VersionQuery { ArticleId = articleId, FromNumber = number, ToNumber = number };
        Assert.Equal(1, await ((IVersionCare)store).HideAsync(query, "A court said so.", "Ann", Noon, Token));
    }

    private static async Task<TrackedArticle> RegisterAsync(TStore store, string url, string? source) =>
        await store.RegisterAsync(
            new ArticleRegistration { Keys = [url], Url = new Uri(url), SeenAt = Noon, Source = source }, Token);

    private static IEnumerable<string> Marked(SearchHit hit) => hit.Matches.Select(match => hit.Snippet[match]);
}
