using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVersionStore"/> must do when it is read.</summary>
public abstract class VersionReadingContract : StoreContract<IVersionStore>
{
    [Fact]
    public async Task Versions_come_in_the_order_they_were_appended_or_backwards()
    {
        IVersionStore store = await OpenWithThreeArticlesAsync();

        Assert.Equal("a1 b1 a2 c1 b2 a3", await NamesAsync(store, new VersionQuery()));
        Assert.Equal("a3 b2 c1 a2 b1 a1", await NamesAsync(store, new VersionQuery { NewestFirst = true }));
    }

    [Fact]
    public async Task Every_condition_narrows_the_versions()
    {
        IVersionStore store = await OpenWithThreeArticlesAsync();

        Assert.Equal("a1 a2 a3", await NamesAsync(store, new VersionQuery { ArticleId = "a" }));
        Assert.Equal("b1 b2", await NamesAsync(store, new VersionQuery { Host = "b.example" }));
        Assert.Equal("a2 c1 b2 a3", await NamesAsync(store, new VersionQuery { Since = Noon.AddHours(2) }));
        Assert.Equal("a1 b1", await NamesAsync(store, new VersionQuery { Until = Noon.AddHours(2) }));
        Assert.Equal("a2 b2 a3", await NamesAsync(store, new VersionQuery { FromNumber = 2 }));
        Assert.Equal("a1 b1 a2 c1 b2", await NamesAsync(store, new VersionQuery { ToNumber = 2 }));
        Assert.Equal("a2", await NamesAsync(store, new VersionQuery { ArticleId = "a", FromNumber = 2, ToNumber = 2 }));
        Assert.Equal("", await NamesAsync(store, new VersionQuery { ArticleId = "a", FromNumber = 9 }));
        Assert.Equal("", await NamesAsync(store, new VersionQuery { ArticleId = "a", Host = "b.example" }));
        Assert.Equal("a1 b1", await NamesAsync(store, new VersionQuery { Limit = 2 }));
        Assert.Equal("a3 b2", await NamesAsync(store, new VersionQuery { Limit = 2, NewestFirst = true }));
        Assert.Equal("", await NamesAsync(store, new VersionQuery { Limit = 0 }));
    }

    [Fact]
    public async Task Instants_between_milliseconds_and_at_the_ends_of_time_are_compared_exactly()
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one", seenAt: DateTimeOffset.MinValue), Token);
        await store.AppendAsync(Drafts.Of("b", "one", seenAt: Noon), Token);
        await store.AppendAsync(Drafts.Of("c", "one", seenAt: DateTimeOffset.MaxValue), Token);

        Assert.Equal("b1 c1", await NamesAsync(store, new VersionQuery { Since = Noon }));
        Assert.Equal("c1", await NamesAsync(store, new VersionQuery { Since = Noon.AddTicks(1) }));
        Assert.Equal("a1", await NamesAsync(store, new VersionQuery { Until = Noon }));
        Assert.Equal("a1 b1", await NamesAsync(store, new VersionQuery { Until = Noon.AddTicks(1) }));
        Assert.Equal("a1 b1 c1", await NamesAsync(store, new VersionQuery { Since = DateTimeOffset.MinValue }));
        Assert.Equal("a1 b1 c1", await NamesAsync(store, new VersionQuery { Until = DateTimeOffset.MaxValue }));
        Assert.Equal("", await NamesAsync(store, new VersionQuery { Since = DateTimeOffset.MaxValue }));
    }

    [Fact]
    public async Task A_span_of_time_is_read_whole_in_whatever_order_its_versions_were_appended()
    {
        const int Versions = 1400;
        IVersionStore store = await OpenForTestAsync();
        DateTimeOffset[] times =
        [
            .. Enumerable.Range(0, Versions)
                .Select(i => Noon.AddMinutes(i % 100 == 7 ? i - 1000 : i % 100 == 9 ? i + 700 : i)),
        ];
        for (int i = 0; i < Versions; i++)
        {
            await store.AppendAsync(Drafts.Of($"a{i}", "one", seenAt: times[i]), Token);
        }

        foreach ((int since, int until) in new[] { (-2000, 0), (0, 10), (600, 610), (1010, 1100), (1390, 3000) })
        {
            var query = new VersionQuery { Since = Noon.AddMinutes(since), Until = Noon.AddMinutes(until) };
            string[] expected =
            [
                .. Enumerable.Range(0, Versions).Where(i => times[i] >= query.Since && times[i] < query.Until)
                    .Select(i => $"a{i}1"),
            ];
            Assert.Equal(string.Join(' ', expected), await NamesAsync(store, query));
            Assert.Equal(
                string.Join(' ', expected.Reverse()), await NamesAsync(store, query with { NewestFirst = true }));
        }
    }

    [Theory]
    [InlineData("www.example.org")]
    [InlineData("WWW.Example.ORG")]
    public async Task Hosts_are_compared_without_case(string host)
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one", url: "https://Www.Example.org/A"), Token);

        Assert.Equal("a1", await NamesAsync(store, new VersionQuery { Host = host }));
        Assert.Equal("", await NamesAsync(store, new VersionQuery { Host = "example.org" }));
    }

    [Theory]
    [InlineData("b\u00FCcher.example")]
    [InlineData("xn--bcher-kva.example")]
    public async Task An_international_host_is_found_in_either_form(string host)
    {
        IVersionStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one", url: "https://b\u00FCcher.example/A"), Token);
        await store.AppendAsync(Drafts.Of("b", "one", url: "https://xn--bcher-kva.example/B"), Token);

        Assert.Equal("a1 b1", await NamesAsync(store, new VersionQuery { Host = host }));
    }

    [Fact]
    public async Task Changes_pair_each_matching_version_with_the_one_before()
    {
        IVersionStore store = await OpenWithThreeArticlesAsync();

        Assert.Equal("a1-a2 b1-b2 a2-a3", await ChangeNamesAsync(store, new VersionQuery()));
        Assert.Equal("a2-a3 b1-b2 a1-a2", await ChangeNamesAsync(store, new VersionQuery { NewestFirst = true }));
        Assert.Equal("a2-a3 b1-b2", await ChangeNamesAsync(store, new VersionQuery { NewestFirst = true, Limit = 2 }));
        Assert.Equal("", await ChangeNamesAsync(store, new VersionQuery { ArticleId = "c" }));
    }

    [Fact]
    public async Task A_predecessor_need_not_match_itself()
    {
        IVersionStore store = await OpenWithThreeArticlesAsync();

        Assert.Equal("b1-b2 a2-a3", await ChangeNamesAsync(store, new VersionQuery { Since = Noon.AddHours(4) }));
        Assert.Equal("a2-a3", await ChangeNamesAsync(store, new VersionQuery { FromNumber = 3 }));
        Assert.Equal("a1-a2", await ChangeNamesAsync(store, new VersionQuery { ArticleId = "a", ToNumber = 2 }));
        Assert.Equal("a2-a3", await ChangeNamesAsync(store, new VersionQuery { Host = "moved.example" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reading_in_many_pages_is_not_disturbed_by_appends(bool newestFirst)
    {
        IVersionStore store = await OpenForTestAsync();
        for (int i = 0; i < 250; i++)
        {
            await store.AppendAsync(Drafts.Of($"{i % 2}", $"text {i}"), Token);
        }

        List<string> texts = [];
        await foreach (ArticleVersion version in store.ReadVersionsAsync(
            new VersionQuery { NewestFirst = newestFirst }, Token))
        {
            texts.Add(version.Article.Paragraphs[0].Text);
            await store.AppendAsync(Drafts.Of(version.ArticleId, $"meanwhile {texts.Count}"), Token);
        }

        IEnumerable<string> expected = Enumerable.Range(0, 250).Select(i => $"text {i}");
        Assert.Equal(newestFirst ? expected.Reverse() : expected, texts);
        Assert.Equal(498, await store.ReadChangesAsync(new VersionQuery(), Token).CountAsync(Token));
        Assert.Equal(
            130,
            await store.ReadVersionsAsync(new VersionQuery { Limit = 130, NewestFirst = newestFirst }, Token)
                .CountAsync(Token));
    }

    [Fact]
    public async Task A_list_goes_on_before_a_version()
    {
        IVersionStore store = await OpenForTestAsync();
        for (int i = 0; i < 20; i++)
        {
            await store.AppendAsync(Drafts.Of($"{i % 3}", $"text {i}", seenAt: Drafts.Noon.AddHours(-i / 9)), Token);
        }

        foreach (VersionQuery all in (VersionQuery[])
            [new(), new() { ArticleId = "1" }, new() { Until = Drafts.Noon }, new() { Since = Drafts.Noon }])
        {
            VersionQuery newest = all with { NewestFirst = true };
            List<string> expected = await NumbersAsync(store, newest);
            List<string> read = [];
            VersionQuery? part = newest with { Limit = 4 };
            while (part is not null)
            {
                ArticleVersion[] versions = await store.ReadVersionsAsync(part, Token).ToArrayAsync(Token);
                read.AddRange(versions.Select(NameOf));
                part = versions is [.., var last] ? part with { Before = (last.ArticleId, last.Number) } : null;
                await store.AppendAsync(Drafts.Of("later", $"text {read.Count}"), Token);
            }

            Assert.Equal(expected, read);
            Assert.NotEmpty(expected);
        }

        Assert.Equal(["0 2", "2 1"], (await NumbersAsync(store, new VersionQuery { Before = ("1", 2) }))[^2..].Order());
        Assert.Equal(
            1, await store.ReadChangesAsync(new VersionQuery { Before = ("1", 2) }, Token).CountAsync(Token));
        Assert.Empty(await NumbersAsync(store, new VersionQuery { Before = ("unknown", 1) }));
        Assert.Empty(await NumbersAsync(store, new VersionQuery { Before = ("1", 99) }));
    }

    [Fact]
    public async Task A_read_can_be_given_up_and_the_store_goes_on()
    {
        IVersionStore store = await OpenWithThreeArticlesAsync();
        using var source = new CancellationTokenSource();
        int read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ArticleVersion _ in store.ReadVersionsAsync(new VersionQuery(), source.Token))
            {
                read++;
                await source.CancelAsync();
            }
        });
        await foreach (ArticleVersion _ in store.ReadVersionsAsync(new VersionQuery(), Token))
        {
            break;
        }

        Assert.Equal(1, read);
        Assert.True((await store.AppendAsync(Drafts.Of("a", "afterwards"), Token)).IsAppended);
    }

    private static async Task<string> NamesAsync(IVersionStore store, VersionQuery query) => string.Join(
        ' ', (await ListAsync(store.ReadVersionsAsync(query, Token))).Select(Name));

    private static async Task<string> ChangeNamesAsync(IVersionStore store, VersionQuery query) => string.Join(
        ' ',
        (await ListAsync(store.ReadChangesAsync(query, Token)))
            .Select(change => $"{Name(change.Before)}-{Name(change.After)}"));

    private static string Name(ArticleVersion version) => $"{version.ArticleId}{version.Number}";

    /// <summary>
    /// Appends a1 b1 a2 c1 b2 a3, an hour apart; b is on b.example, a3 on moved.example, the others on news.example.
    /// </summary>
    private async Task<IVersionStore> OpenWithThreeArticlesAsync()
    {
        IVersionStore store = await OpenForTestAsync();
        (string Id, string Host)[] appends =
        [
            ("a", "news"), ("b", "b"), ("a", "news"), ("c", "news"), ("b", "b"), ("a", "moved"),
        ];
        for (int hour = 0; hour < appends.Length; hour++)
        {
            (string id, string host) = appends[hour];
            await store.AppendAsync(
                Drafts.Of(id, $"hour {hour}", seenAt: Noon.AddHours(hour), url: $"https://{host}.example/1"), Token);
        }

        return store;
    }

    private static async Task<List<string>> NumbersAsync(IVersionStore store, VersionQuery query) =>
        await store.ReadVersionsAsync(query, Token).Select(NameOf).ToListAsync(Token);

    private static string NameOf(ArticleVersion version) => $"{version.ArticleId} {version.Number}";
}
