using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using NewsDiff.Cards;
using NewsDiff.Pages;

namespace NewsDiff.Evaluation.Xss;

/// <summary>Parses and opens everything that is written of harmful texts.</summary>
internal sealed class XssRun(ImmutableArray<string> texts, Tally tally)
{
    /// <summary>How many texts an article holds that is parsed, and one that is opened in a browser.</summary>
    internal const int Few = 60;

    internal const int Many = 1200;

    private const int MostForms = 8;
    private const int MostRepeated = 40;
    private const int MostLearned = 300;

    private readonly MarkupCheck _check = new();
    private readonly ConcurrentBag<(string Name, bool IsHit, string Miss)> _counts = [];

    /// <summary>Learns what pages have: from the texts without signs of markup, and from harmless ones.</summary>
    internal async Task LearnAsync(IReadOnlyList<string> languages)
    {
        ImmutableArray<string> tame = [.. texts.Select(static text => text
            .Replace('<', '‹').Replace('>', '›').Replace('"', '”').Replace('\'', '’').Replace('&', '＆'))];
        ImmutableArray<string> harmless =
        [
            .. Enumerable.Range(0, Few * 2).Select(i => (i % 6) switch
            {
                0 => $"A gull {i} sat on a quay.\nIt flew.",
                1 => $"Möwe {i} & \"co\" cost 14 euros",
                2 => $"gull{i}@example.org says no: https://news.example/{i}",
                3 => $"العربية {i}",
                4 => $"   {i}\t\r\n  ",
                _ => $"渡し船{i}は再び出航した。",
            }),
            .. tame.Take(MostLearned),
        ];
        await ParseAsync(languages, harmless, hasSingle: true);

        // One language from left to right and one from right to left: their pages have the same elements.
        string[] two = [.. languages.Where(language => language is "en" or "ar").DefaultIfEmpty(languages[0])];
        await ParseAsync(two, tame, hasSingle: false);
        _check.IsLearning = false;
        _counts.Clear();
    }

    /// <summary>Parses everything in the process.</summary>
    internal Task ParseAsync(IReadOnlyList<string> languages) =>
        ParseAsync(languages, texts, hasSingle: true);

    private async Task ParseAsync(IReadOnlyList<string> languages, ImmutableArray<string> some, bool hasSingle)
    {
        HostileStore full = await HostileStore.FillAsync(some, Few, hasSingle);
        HostileStore joined = await HostileStore.FillAsync(some, Few, hasSingle: false);
        await using HostileWeb web = await HostileWeb.StartAsync(some);
        var stores = new Dictionary<string, HostileStore> { ["full"] = full, ["joined"] = joined };
        await using HostileSite site = await HostileSite.StartAsync(stores, languages, web.Url);
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        foreach (string language in languages)
        {
            // What is around a text depends on the language, and not on whether the text is alone.
            bool isFirst = language == languages[0];
            string name = isFirst ? "full" : "joined";
            int most = isFirst ? int.MaxValue : MostRepeated;
            string root = $"/{name}/{language}";
            await AllAsync(
                new SiteWalk(client, root, stores[name]).GoAsync(some, most),
                page => ParseAsync(client, page.Kind, page.Path));
            using var forms = new ManageWalk(client.BaseAddress, root, web);
            await AllAsync(
                forms.GoAsync(some, int.MaxValue, most, stores[name]), path => ParseAsync(client, "managing", path));
            var options = new PageOptions { Language = language };
            await AllAsync(new FolderWalk(stores[name], options).GoAsync(), page =>
            {
                LookAt("folder", page.Html, page.File, isFragment: false);
                return Task.CompletedTask;
            });
            Settle(language);
        }

        LookAtNotices(some);
        LookAtCards(full);
        Settle("notices and cards");
    }

    /// <summary>Opens everything in a browser, with many texts a page.</summary>
    internal async Task OpenAsync(IReadOnlyList<string> languages, string chromium)
    {
        HostileStore many = await HostileStore.FillAsync(texts, Many, hasSingle: false);
        await using HostileWeb web = await HostileWeb.StartAsync(texts);
        var stores = new Dictionary<string, HostileStore> { ["many"] = many };
        await using HostileSite site = await HostileSite.StartAsync(stores, languages, web.Url);
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        string folder = Directory.CreateTempSubdirectory("newsdiff-xss-").FullName;
        await using WatchedBrowser browser = await WatchedBrowser.StartAsync(chromium, site.Url, $"file://{folder}");
        await XssControl.RunAsync(
            browser,
            await client.GetStringAsync($"/many/{languages[0]}/articles/{many.Full[0]}"),
            texts,
            tally,
            html => SaveAsync(folder, "control.html", html));
        foreach (string language in languages)
        {
            string root = $"/many/{language}";
            await foreach ((string kind, string path) in new SiteWalk(client, root, many).GoAsync(texts, MostForms))
            {
                Seen(kind, path, await browser.OpenAsync(site.Url + path));
            }

            using var forms = new ManageWalk(client.BaseAddress, root, web);
            await foreach (string path in forms.GoAsync(texts, MostForms, MostForms, many))
            {
                Seen("managing", path, await browser.OpenAsync(site.Url + path));
            }

            var pages = new FolderWalk(many, new PageOptions { Language = language });
            await foreach ((string file, string html) in pages.GoAsync())
            {
                Seen("folder", file, await browser.OpenAsync(await SaveAsync(folder, "page.html", html)));
            }

            await ShowFeedAsync(browser, client, root);
            Console.Error.WriteLine($"{language}: opened, {tally.Misses} misses so far");
        }

        foreach (string[] mails in new NoticeWalk().Mails(texts).Select(mail => mail.Html).Chunk(40))
        {
            Seen("mails", "mails", await browser.ShowAsync(string.Concat(mails)));
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task ShowFeedAsync(WatchedBrowser browser, HttpClient client, string root)
    {
        for (string? path = $"{root}/changes.json"; path is not null;)
        {
            using var feed = JsonDocument.Parse(await client.GetStringAsync(path));
            Seen("entries in a reader", path, await browser.ShowAsync(string.Concat(EntriesOf(feed))));
            path = feed.RootElement.TryGetProperty("next_url", out JsonElement next)
                ? new Uri(next.GetString()!).PathAndQuery
                : null;
        }
    }

    private static IEnumerable<string> EntriesOf(JsonDocument feed) => feed.RootElement.GetProperty("items")
        .EnumerateArray().Select(item => $"<article>{item.GetProperty("content_html").GetString()}</article>\n");

    private async Task ParseAsync(HttpClient client, string kind, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(path);
        string text = await answer.Content.ReadAsStringAsync();
        string? type = answer.Content.Headers.ContentType?.MediaType;
        bool isPage = type == "text/html";
        bool isGuarded = answer.Headers.TryGetValues("X-Content-Type-Options", out IEnumerable<string>? sniff)
            && sniff.Single() == "nosniff"
            && (!isPage || answer.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? policy)
                && policy.Single() == PageRenderer.ContentSecurityPolicy);
        _counts.Add(("parsed: guarded by headers", isGuarded, path));
        switch (kind)
        {
            case "api":
                Note("parsed: api", _check.LookAtJson(kind, text), path);
                _counts.Add(("parsed: api, type", type == "application/json", path));
                break;
            case "json":
                Note("parsed: json", _check.LookAtJson(kind, text), path);
                using (var feed = JsonDocument.Parse(text))
                {
                    LookAt("entries", string.Concat(EntriesOf(feed)), path, isFragment: true);
                }

                break;
            case "atom" or "rss":
                Note($"parsed: {kind}", _check.LookAtXml(kind, text), path);
                break;
            default:
                LookAt(kind, text, path, isFragment: false);
                break;
        }
    }

    private void LookAtNotices(ImmutableArray<string> some)
    {
        foreach ((string html, string faults) in new NoticeWalk().Mails(some))
        {
            LookAt("mails", html, faults, isFragment: false);
            _counts.Add(("parsed: mails, headers and parts", faults.Length == 0, faults));
        }

        foreach ((string service, string faults) in NoticeWalk.Posts(some))
        {
            _counts.Add((service, faults.Length == 0, faults));
        }
    }

    private void LookAtCards(HostileStore full)
    {
        using var cards = new CardRenderer();
        foreach (string id in full.Full)
        {
            var query = new VersionQuery { ArticleId = id };
            ArticleVersion[] versions = [.. full.Store.ReadVersionsAsync(query).ToBlockingEnumerable()];
            ChangeCard card = cards.Render(new ArticleChange(versions[0], versions[1]));
            bool isPicture = card.Png.Span[1..4].SequenceEqual("PNG"u8);
            _counts.Add(("cards drawn", isPicture && card.AlternativeText.Length is > 0 and <= 1000, id));
        }
    }

    private void LookAt(string kind, string html, string place, bool isFragment)
    {
        (List<string> active, List<string> foreign) = _check.Look(kind, html, isFragment);
        Note($"parsed: {kind}, nothing active", active, place);
        Note($"parsed: {kind}, only own markup", foreign, place);
    }

    private void Note(string name, List<string> faults, string place) =>
        _counts.Add((name, faults.Count == 0, $"{place}: {string.Join(" | ", faults.Take(3))}"));

    private void Seen(string kind, string place, string[][] seen)
    {
        foreach ((int deed, string name) in WatchedBrowser.Deeds.Index())
        {
            tally.Count(
                $"Chromium: {kind}, {name}",
                seen[deed].Length == 0,
                $"{place}: {string.Join(" | ", seen[deed].Take(3))}");
        }
    }

    private static Task AllAsync<T>(IAsyncEnumerable<T> all, Func<T, Task> look) => Parallel.ForEachAsync(
        all, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (one, _) => await look(one));

    private void Settle(string what)
    {
        foreach ((string name, bool isHit, string miss) in _counts
            .Where(_ => !_check.IsLearning).OrderBy(count => count.Name, StringComparer.Ordinal))
        {
            tally.Count(name, isHit, miss);
        }

        _counts.Clear();
        Console.Error.WriteLine($"{what}: {(_check.IsLearning ? "learned" : "parsed")}, {tally.Misses} misses so far");
    }

    private static async Task<string> SaveAsync(string folder, string name, string html)
    {
        string file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, html);
        return $"file://{file}";
    }
}
