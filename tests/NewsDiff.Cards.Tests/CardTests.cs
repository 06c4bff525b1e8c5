using NewsDiff.Cards.Drawing;
using NewsDiff.Pages;
using NewsDiff.Tracking;
using SkiaSharp;

namespace NewsDiff.Cards.Tests;

public sealed class CardTests
{
    private static readonly CardRenderer Renderer = new(new CardOptions { UsesInstalledFonts = false });

    [Fact]
    public void A_card_is_a_picture_of_the_size_that_services_ask_for()
    {
        using SKBitmap picture = Decode(Renderer.Render(Changes.Ferry));

        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        Assert.Equal("", Renderer.Render(Changes.Ferry).Missing);
    }

    [Fact]
    public void One_change_has_the_same_bytes_from_any_renderer_and_thread()
    {
        ReadOnlyMemory<byte> first = Renderer.Render(Changes.Ferry).Png;
        using var other = new CardRenderer(new CardOptions { UsesInstalledFonts = false });
        ReadOnlyMemory<byte>[] all = new ReadOnlyMemory<byte>[16];

        Parallel.For(0, all.Length, i =>
        {
            // The bytes of the fonts must stay where they are while memory is tidied.
            GC.Collect();
            all[i] = (i % 2 == 0 ? Renderer : other).Render(Changes.Ferry).Png;
        });

        Assert.All(all, png => Assert.True(png.Span.SequenceEqual(first.Span)));
    }

    [Fact]
    public async Task A_published_site_has_the_card_of_each_change()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        var store = new InMemoryVersionStore();
        var url = new Uri("https://news.example/ferry");
        TrackedArticle article = await store.RegisterAsync(
            new ArticleRegistration { Keys = ["ferry"], Url = url, SeenAt = DateTimeOffset.UnixEpoch }, stop);
        foreach (ArticleVersion version in new[] { Changes.Ferry.Before, Changes.Ferry.After })
        {
            await store.AppendAsync(
                new VersionDraft { ArticleId = article.Id, SeenAt = version.SeenAt, Article = version.Article }, stop);
        }

        var options = new PageOptions { PublicUrl = new Uri("https://changes.example/"), Pictures = Renderer };
        SiteFile card = await new SitePublisher(new PageSource(store, store, store), options).MakeFilesAsync(stop)
            .SingleAsync(static file => file.Name.EndsWith(".png", StringComparison.Ordinal), stop);

        Assert.EndsWith("/diff-1-2.png", card.Name, StringComparison.Ordinal);
        Assert.True(card.GetContent().Span.SequenceEqual(Renderer.Render(Changes.Ferry).Png.Span));
    }

    [Theory]
    [InlineData("Minister resigns today", "Minister resigns", true, false)]
    [InlineData("Minister resigns", "Minister resigns today", false, true)]
    [InlineData("Minister resigns", "Minister stays", true, true)]
    [InlineData("Minister resigns", "Minister resigns", false, false)]
    public void Changed_words_have_a_colour_and_a_line(string before, string after, bool hasRemoved, bool hasAdded)
    {
        using SKBitmap picture = Decode(Renderer.Render(Changes.Of(before, after)));

        // The line is longer than any stroke of a letter.
        Assert.Equal(hasRemoved, LongestRun(picture, CardColors.Light.Removed) > 50);
        Assert.Equal(hasAdded, LongestRun(picture, CardColors.Light.Added) > 50);
    }

    [Fact]
    public void A_dark_card_has_dark_paper_and_light_letters()
    {
        using var dark = new CardRenderer(new CardOptions { IsDark = true });
        using SKBitmap picture = Decode(dark.Render(Changes.Ferry));

        Assert.Equal(CardColors.Dark.Paper, picture.GetPixel(2, 2));
        Assert.True(LongestRun(picture, CardColors.Dark.Added) > 50);
    }

    [Fact]
    public void Its_words_say_what_it_shows()
    {
        Assert.Equal(
            "news.example changed the headline “Ferry returns to the islands after storm” to “Ferry cancelled again as "
            + "storm returns to the islands”. The text: The operator has [removed: 14] [added: 28] days to answer, and "
            + "the board was [added: not] told of it on Monday. Seen on 27 Nov 2026, 14:02 UTC: 6 words added, 3 "
            + "removed; headline changed.",
            Renderer.Render(Changes.Ferry).AlternativeText);
        Assert.Equal(
            "news.example changed “Storm”. The text: [removed: One] [added: Two] dead. Seen on 27 Nov 2026, 14:02 "
            + "UTC: 1 word added, 1 removed.",
            Renderer.Describe(Changes.Of("Storm", "Storm", "One dead", "Two dead"), "en"));
    }

    [Theory]
    [InlineData("de", "news.example hat die Überschrift „Storm“ in „Gale“ geändert. Gesehen am 27. Nov. 2026, 14:02 UTC: ")]
    [InlineData("ru", "news.example: заголовок «Storm» изменён на «Gale». Замечено ")]
    [InlineData("ja", "news.exampleが見出しを「Storm」から「Gale」に変更しました。 ")]
    [InlineData("ar", "غيّر news.example العنوان من «Storm» إلى «Gale». ")]
    public void Its_own_words_are_in_the_language_of_the_site(string language, string beginning)
    {
        ArticleChange change = Changes.Of("Storm", "Gale");

        string words = Renderer.Describe(change, language);

        Assert.StartsWith(beginning, words, StringComparison.Ordinal);
        Assert.DoesNotContain("headline", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_words_are_drawn_in_the_language_if_a_font_has_its_letters()
    {
        ReadOnlyMemory<byte> english = Draw("en");

        foreach (string language in PageRenderer.Languages.Except(["en"]))
        {
            // The package has no font for Japanese.
            Assert.Equal(language == "ja", english.Span.SequenceEqual(Draw(language).Span));
            using var renderer = new CardRenderer(new CardOptions { UsesInstalledFonts = false, Language = language });
            ChangeCard card = renderer.Render(Changes.Ferry);
            Assert.Equal("", card.Missing);
            Assert.True(card.Png.Span.SequenceEqual(Draw(language).Span), language);
            Assert.Equal(renderer.Describe(Changes.Ferry, "en"), card.AlternativeText);
        }

        static ReadOnlyMemory<byte> Draw(string language) =>
            ((IChangePictures)Renderer).Draw(Changes.Ferry, language);
    }

    [Fact]
    public void A_language_without_words_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CardOptions { Language = "tlh" });

    [Fact]
    public void The_words_of_a_long_change_end_in_time() =>
        Assert.InRange(
            Renderer.Describe(
                Changes.Of(Words("storm", 900), Words("wind", 900), Words("a", 900), Words("b", 900)), "ru").Length,
            500,
            1000);

    [Fact]
    public void Characters_that_no_font_has_are_named_once_and_those_of_the_package_never()
    {
        ChangeCard card = Renderer.Render(Changes.Of("首相、辞任、首相", "Ελλάδα Україна Việt Nam القاهرة חיפה"));

        Assert.Equal("、任相辞首", card.Missing);
    }

    [Fact]
    public void A_font_of_the_host_is_preferred_and_a_broken_one_refused()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("own.ttf");
        using (Stream inside = typeof(CardRenderer).Assembly.GetManifestResourceStream("Fonts.NotoSans-Bold.ttf")!)
        using (FileStream own = File.Create(file))
        {
            inside.CopyTo(own);
        }

        using var renderer = new CardRenderer(new CardOptions { Fonts = [file], UsesInstalledFonts = false });
        Assert.False(renderer.Render(Changes.Ferry).Png.Span.SequenceEqual(Renderer.Render(Changes.Ferry).Png.Span));

        File.WriteAllText(file, "no font");
        Assert.Throws<ArgumentException>(() => new CardRenderer(new CardOptions { Fonts = [file] }));
        Assert.Throws<ArgumentException>(() => new CardRenderer(new CardOptions { Fonts = [file + "x"] }));
    }

    [Fact]
    public void A_comparison_names_its_card_with_size_and_words()
    {
        var options = new PageOptions { Pictures = Renderer, PublicUrl = new Uri("https://diffs.example/news/") };
        var page = new ComparisonPage
        {
            Change = Changes.Ferry,
            Facts = new ArticleFacts
            {
                ArticleId = "ferry",
                Url = Changes.Ferry.After.Article.Url,
                FirstSeenAt = Changes.Ferry.Before.SeenAt,
                VersionCount = 2,
            },
        };
        string html = new PageRenderer(new ServerPageLinks("/news/"), options).Render(page);

        Assert.Contains(
            "<meta property=\"og:image\" content=\"https://diffs.example/news/articles/ferry/diff/1/2/card.png\">", html);
        Assert.Contains("<meta property=\"og:image:width\" content=\"1200\">", html);
        Assert.Contains("<meta property=\"og:image:height\" content=\"630\">", html);
        Assert.Contains("content=\"news.example changed the headline “Ferry", html);
    }

    private static string Words(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));

    private static SKBitmap Decode(ChangeCard card) => SKBitmap.Decode(card.Png.Span);

    private static int LongestRun(SKBitmap picture, SKColor color)
    {
        int longest = 0;
        SKColor[] pixels = picture.Pixels;

        // Below the icon, which has its own red and green.
        for (int y = 110; y < picture.Height; y++)
        {
            int run = 0;
            for (int x = 0; x < picture.Width; x++)
            {
                run = pixels[(y * picture.Width) + x] == color ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        return longest;
    }
}
