using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;
using NewsDiff.Syndication;

namespace NewsDiff.Pages.Tests;

/// <summary>No page or feed of another language keeps words in English.</summary>
public sealed partial class NothingForeignTests
{
    private static readonly string[] Attributes =
        ["aria-label", "title", "alt", "placeholder", "data-name", "data-side"];

    // Names, and words that a query is written with.
    private static readonly string[] Names = ["newsdiff", "atom", "rss", "json", "feed", "utc", "https", "or"];

    public static TheoryData<string> Languages => [.. PageRenderer.Languages.Where(language => language != "en")];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_page_keeps_an_English_word(string language)
    {
        HashSet<string> known = WordsOf(language);
        var renderer = new PageRenderer(
            new ServerPageLinks(), new PageOptions { IsServed = true, HasSearch = true, Language = language });
        foreach (Page page in new ForeignPages(language).All())
        {
            IDocument document = new HtmlParser().ParseDocument(renderer.Render(page));
            foreach (string text in TextsOf(document))
            {
                Assert.DoesNotContain(LatinWords(text), word => !known.Contains(word));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_feed_keeps_an_English_word(string language)
    {
        HashSet<string> known = WordsOf(language);
        var texts = PageTexts.Of(language);
        var pages = new ForeignPages(language);
        ImmutableArray<ChangeEntry> entries = pages.All().OfType<ChangesPage>().First().Entries;
        var writer = new ChangeFeedWriter(new ChangeFeedOptions
        {
            Title = texts["Changes after publication"],
            Description = texts["Words of news articles that changed after publication."],
            Language = language,
            Translate = texts.Form,
            Format = ChangeFeedFormat.JsonFeed,
        });
        using var stream = new MemoryStream();
        await writer.WriteAsync(
            entries.Select(entry => entry.Change).OfType<ArticleChange>().ToAsyncEnumerable(),
            entries.Select(entry => entry.Notice).OfType<ArticleNotice>().ToAsyncEnumerable(),
            stream,
            TestContext.Current.CancellationToken);
        using var feed = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        foreach (System.Text.Json.JsonElement item in feed.RootElement.GetProperty("items").EnumerateArray())
        {
            string html = item.GetProperty("content_html").GetString()!;
            string[] shown =
            [
                item.GetProperty("title").GetString()!, item.GetProperty("summary").GetString()!,
                new HtmlParser().ParseDocument(html).Body!.TextContent,
            ];
            Assert.All(shown, text => Assert.DoesNotContain(LatinWords(text), word => !known.Contains(word)));
        }
    }

    [Fact]
    public void The_pages_have_what_renderers_say()
    {
        string all = string.Concat(new ForeignPages("en").All().Select(new PageRenderer(new ServerPageLinks()).Render));

        // Otherwise the tests above would prove nothing.
        string[] said =
        [
            "Inserted", "Moved to row ", "Moved from row ", "Split into 2", "Now a quotation", "Now a heading",
            "Now a list item, no longer a quotation", "unchanged paragraphs", "Change 1 of ", ": go to the first",
            "Link to row ", "no notice", "words are kept.", " [inserted: ",
        ];
        Assert.All(said, words => Assert.Contains(words, all, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The server denies access (403).", "Der Server verweigert den Zugriff (403).")]
    [InlineData("The text shrank from 900 to 12 characters.", "Der Text schrumpfte von 900 auf 12 Zeichen.")]
    [InlineData(
        "The same text is at {1}, which is another article.", "Derselbe Text steht unter {1}, einem anderen Artikel.")]
    [InlineData("The text shrank from  to 12 characters.", null)]
    [InlineData("The text shrank from 900 to 12 characters. So?", null)]
    [InlineData("No such sentence.", null)]
    public void A_sentence_of_the_library_is_known_by_its_other_words(string english, string? german) =>
        Assert.Equal(german, PageTexts.Of("de").Find(english));

    private static IEnumerable<string> TextsOf(IDocument page) =>
    [
        page.Title ?? "",
        .. page.Body!.Descendants<IText>()
            .Where(text => text.ParentElement is { LocalName: not "dt" } parent && parent.Closest("code") is null)
            .Select(text => text.Data),
        .. page.Body!.QuerySelectorAll("*")
            .SelectMany(element => Attributes.Select(element.GetAttribute).OfType<string>()),
    ];

    private static HashSet<string> WordsOf(string language)
    {
        TextFile file = PageTexts.ReadFile(language);
        return
        [
            .. Names,
            .. file.Texts.Values.Concat(file.Sentences.Values).Concat(file.Months)
                .Concat(file.Counts.Values.SelectMany(forms => forms.Values))
                .Select(text => QueryWord().Replace(text, "")).SelectMany(LatinWords),
        ];
    }

    private static IEnumerable<string> LatinWords(string text) =>
        LatinWord().Matches(text).Select(match => match.Value.ToLowerInvariant());

    // What a query is written with is English in every language.
    [GeneratedRegex("[a-z]+:[a-z0-9]+")]
    private static partial Regex QueryWord();

    [GeneratedRegex(@"[A-Za-zÀ-ÿ]{2,}")]
    private static partial Regex LatinWord();
}
