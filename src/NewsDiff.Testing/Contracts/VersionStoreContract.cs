using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVersionStore"/> must do when it appends.</summary>
public abstract class VersionStoreContract : StoreContract<IVersionStore>
{
    public static TheoryData<string> HostileTexts { get; } =
    [
        "",
        " ",
        "nul \0 inside",
        "\0",
        "half a pair \uD83D alone",
        "\uDC00 the other half, then \uD83D",
        "a whole pair \uD83D\uDE00",
        "not a character \uFFFF\uFFFE",
        "replacement \uFFFD",
        "substitute \u001A001a",
        "composed \u00E9, decomposed e\u0301",
        "quotes \" ' \\ and \\u0041, lines \r\n\t\u2028",
        "<script>&amp;</script>",
        "'; DROP TABLE version; --",
        "Қазақстан 漢字 עברית",
    ];

    [Fact]
    public async Task An_empty_store_knows_nothing()
    {
        IVersionStore store = await OpenForTestAsync();

        Assert.Null(await store.FindLatestAsync("a", Token));
        Assert.Empty(await ListAsync(store.ReadVersionsAsync(new VersionQuery(), Token)));
        Assert.Empty(await ListAsync(store.ReadChangesAsync(new VersionQuery(), Token)));
        Assert.Empty(await ListAsync(store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token)));
    }

    [Fact]
    public async Task Versions_are_numbered_from_one_per_article()
    {
        IVersionStore store = await OpenForTestAsync();

        AppendResult first = await store.AppendAsync(Drafts.Of("a", "one"), Token);
        AppendResult second = await store.AppendAsync(Drafts.Of("a", "two"), Token);
        AppendResult other = await store.AppendAsync(Drafts.Of("b", "one"), Token);

        Assert.Equal([1, 2, 1], new[] { first, second, other }.Select(result => result.Head!.Number));
        Assert.All([first, second, other], result => Assert.Equal(AppendStatus.Appended, result.Status));
        Assert.Equal("two", (await store.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task What_says_the_same_as_the_latest_is_not_stored_again()
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);

        AppendResult again = await store.AppendAsync(Drafts.Of("a", "one", seenAt: Noon.AddHours(1)), Token);

        Assert.Equal(AppendStatus.Unchanged, again.Status);
        Assert.Equal((1, Noon), (again.Head!.Number, again.Head.SeenAt));
        Assert.Single(await ListAsync(store.ReadVersionsAsync(new VersionQuery(), Token)));
    }

    [Fact]
    public async Task A_revert_is_a_version_of_its_own()
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);

        AppendResult revert = await store.AppendAsync(Drafts.Of("a", "one"), Token);

        Assert.Equal((AppendStatus.Appended, 3), (revert.Status, revert.Head!.Number));
    }

    [Fact]
    public async Task Another_head_than_expected_is_a_conflict_and_overwrites_nothing()
    {
        IVersionStore store = await OpenForTestAsync();

        AppendResult unknown = await store.AppendAsync(Drafts.Of("a", "one", expectedHead: 1), Token);
        await store.AppendAsync(Drafts.Of("a", "one", expectedHead: 0), Token);
        await store.AppendAsync(Drafts.Of("a", "two", expectedHead: 1), Token);
        AppendResult late = await store.AppendAsync(Drafts.Of("a", "three", expectedHead: 1), Token);

        Assert.Equal((AppendStatus.Conflict, null), (unknown.Status, unknown.Head));
        Assert.Equal((AppendStatus.Conflict, 2), (late.Status, late.Head!.Number));
        Assert.Equal("two", (await store.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task An_append_that_is_repeated_because_its_answer_was_lost_is_no_conflict()
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one", expectedHead: 0), Token);

        AppendResult repeated = await store.AppendAsync(Drafts.Of("a", "one", expectedHead: 0), Token);

        Assert.Equal((AppendStatus.Unchanged, 1), (repeated.Status, repeated.Head!.Number));
    }

    [Fact]
    public async Task A_list_is_appended_in_order_and_each_as_if_alone()
    {
        IVersionStore store = await OpenForTestAsync();

        IReadOnlyList<AppendResult> results = await store.AppendAllAsync(
            [
                Drafts.Of("a", "one"), Drafts.Of("b", "one"), Drafts.Of("a", "one"), Drafts.Of("a", "two"),
                Drafts.Of("a", "three", expectedHead: 1), Drafts.Of("a", "one", expectedHead: 2),
            ],
            Token);

        Assert.Equal(
            [
                (AppendStatus.Appended, 1), (AppendStatus.Appended, 1), (AppendStatus.Unchanged, 1),
                (AppendStatus.Appended, 2), (AppendStatus.Conflict, 2), (AppendStatus.Appended, 3),
            ],
            results.Select(result => (result.Status, result.Head!.Number)));
        Assert.Equal(
            ["a one", "b one", "a two", "a one"],
            (await ListAsync(store.ReadVersionsAsync(new VersionQuery(), Token)))
                .Select(version => $"{version.ArticleId} {version.Article.Paragraphs[0].Text}"));
        Assert.Empty(await store.AppendAllAsync([], Token));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        IVersionStore store = await OpenForTestAsync();
        var article = new Article
        {
            Url = new Uri("https://news.example/1"),
            Title = text,
            Paragraphs = [text, new Paragraph(text, ParagraphKind.Quote)],
            Authors = [text],
            Section = text,
        };

        await store.AppendAsync(new VersionDraft { ArticleId = "id" + text, Article = article, SeenAt = Noon }, Token);
        ArticleVersion version = (await store.FindLatestAsync("id" + text, Token))!;

        Assert.Equal("id" + text, version.ArticleId);
        Assert.Equal(article.Title, version.Article.Title);
        Assert.Equal(article.Paragraphs, version.Article.Paragraphs);
        Assert.Equal(article.Authors, version.Article.Authors);
        Assert.Equal(text, version.Article.Section);
        Assert.Equal(ContentHash.Compute(version.Article), version.ContentHash);
    }

    [Fact]
    public async Task Texts_that_only_look_alike_are_different_versions()
    {
        IVersionStore store = await OpenForTestAsync();
        foreach (string text in new[] { "caf\u00E9", "cafe", "\uD83D", "\uFFFD", "\uDE00", "a b", "ab" })
        {
            Assert.True((await store.AppendAsync(Drafts.Of("a", text), Token)).IsAppended);
        }
    }

    [Theory]
    [InlineData("caf\u00E9 noir", "cafe\u0301 noir")]
    [InlineData("caf\u00E9 noir", " caf\u00E9\u00A0 noir\n")]
    [InlineData("Rote Rosen\r\n\r\nim Garten", "Rote Rosen\n\n\nim Garten")]
    public async Task A_text_that_no_comparison_distinguishes_is_not_a_version(string first, string second)
    {
        IVersionStore store = await OpenForTestAsync();
        Assert.True((await store.AppendAsync(Drafts.Of("a", first), Token)).IsAppended);

        AppendResult again = await store.AppendAsync(Drafts.Of("a", second), Token);

        Assert.Equal(AppendStatus.Unchanged, again.Status);
        Assert.Equal(first, again.Head!.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task All_that_a_page_tells_about_itself_is_kept()
    {
        IVersionStore store = await OpenForTestAsync();
        Article article = FullArticle();
        await store.AppendAsync(
            new VersionDraft
            {
                ArticleId = "a",
                Article = article,
                SeenAt = Noon,
                ExtractorVersion = 7,
                Container = "main>div.\uD83D\0",
                PageHash = "c0ffee",
                Doubt = "The text shrank.",
            },
            Token);
        ArticleVersion version = (await store.FindLatestAsync("a", Token))!;

        Assert.Equal((7, "main>div.\uD83D\0"), (version.ExtractorVersion, version.Container));
        Assert.Equal(("c0ffee", "The text shrank."), (version.PageHash, version.Doubt));
        Assert.Equal(article.Url.OriginalString, version.Article.Url.OriginalString);
        Assert.Equal(article.Paragraphs, version.Article.Paragraphs);
        Assert.Equal(article.Authors, version.Article.Authors);

        // Arrays do not compare by value; all the rest does.
        Assert.Equal(article, version.Article with { Paragraphs = article.Paragraphs, Authors = article.Authors });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    [InlineData(10_000_000)]
    public async Task A_text_of_any_size_is_stored_whole(int length)
    {
        IVersionStore store = await OpenForTestAsync();
        string text = string.Concat(Enumerable.Repeat("\u0436abc", length / 4));

        AppendResult result = await store.AppendAsync(Drafts.Of("a", text), Token);

        Assert.True(result.IsAppended);
        Assert.Equal(text, (await store.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task An_article_without_paragraphs_is_stored()
    {
        IVersionStore store = await OpenForTestAsync();
        var article = new Article { Url = new Uri("https://news.example/1"), Title = "" };

        await store.AppendAsync(new VersionDraft { ArticleId = "a", Article = article, SeenAt = Noon }, Token);

        ArticleVersion version = (await store.FindLatestAsync("a", Token))!;
        Assert.Empty(version.Article.Paragraphs);
        Assert.Null(version.Container);
    }

    public static TheoryData<DateTimeOffset, DateTimeOffset> Instants { get; } = new()
    {
        { DateTimeOffset.MinValue, DateTimeOffset.MinValue },
        { DateTimeOffset.MaxValue, new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero) },
        { Noon.AddTicks(19_999), Noon.AddMilliseconds(1) },
        { DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.UnixEpoch.AddMilliseconds(-1) },
        { new DateTimeOffset(2026, 5, 3, 14, 0, 0, TimeSpan.FromHours(2)), Noon },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Instants_are_kept_in_UTC_to_the_millisecond(DateTimeOffset seenAt, DateTimeOffset expected)
    {
        IVersionStore store = await OpenForTestAsync();

        AppendResult result = await store.AppendAsync(Drafts.Of("a", "one", seenAt: seenAt), Token);
        ArticleVersion read = (await store.FindLatestAsync("a", Token))!;

        Assert.Equal((expected.Ticks, TimeSpan.Zero), (read.SeenAt.Ticks, read.SeenAt.Offset));
        Assert.Equal((expected.Ticks, TimeSpan.Zero), (result.Head!.SeenAt.Ticks, result.Head.SeenAt.Offset));
    }

    [Fact]
    public async Task An_append_that_is_cancelled_before_it_begins_leaves_nothing()
    {
        IVersionStore store = await OpenForTestAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.AppendAsync(Drafts.Of("a", "one"), cancelled.Token));

        Assert.Null(await store.FindLatestAsync("a", Token));
        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);
    }

    [Fact]
    public async Task Appends_that_are_cancelled_on_the_way_are_stored_whole_or_not_at_all()
    {
        IVersionStore store = await OpenForTestAsync();
        AppendResult?[] results = await AtOnceAsync(60, async i =>
        {
            using var source = new CancellationTokenSource();
            Task<AppendResult> append = store.AppendAsync(Drafts.Of("a", $"text {i}"), source.Token).AsTask();
            await source.CancelAsync();
            try
            {
                return await append;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        });

        List<ArticleVersion> versions = await ListAsync(store.ReadVersionsAsync(new VersionQuery(), Token));
        Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(version => version.Number));
        Assert.Superset(
            results.Where(result => result is not null).Select(result => result!.Head!.ContentHash).ToHashSet(),
            versions.Select(version => version.ContentHash).ToHashSet());
        Assert.True((await store.AppendAsync(Drafts.Of("a", "afterwards"), Token)).IsAppended);
    }

    private static Article FullArticle() => new()
    {
        Url = new Uri("https://b\u00FCcher.example:8080/A/b?x=1&y=%20#part"),
        Title = "Title",
        Paragraphs = ["one", new Paragraph("two", ParagraphKind.Correction)],
        Authors = ["A", "B"],
        PublishedAt = new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Day),
        ModifiedAt = ArticleDate.FromDateTimeOffset(
            new DateTimeOffset(2026, 5, 3, 14, 20, 5, TimeSpan.FromHours(5.5))),
        Language = "kk-Cyrl",
        SiteName = "Site",
        Section = "Section",
        CanonicalUrl = new Uri("https://news.example/canonical"),
        LeadImageUrl = new Uri("https://news.example/i.jpg"),
    };
}
