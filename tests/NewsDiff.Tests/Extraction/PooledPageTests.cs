using System.Globalization;
using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

public sealed class PooledPageTests
{
    private const int Count = 60;

    private static readonly string[] Sentences =
    [
        "The harbour master said on Tuesday that nobody had been hurt, and that the pier would open again.",
        "Boats from the north wait behind the lock until the tide is high enough for their keels.",
        "The council will decide in June whether the old crane is moved or taken apart.",
    ];

    [Fact]
    public void Pages_read_side_by_side_have_the_readings_of_pages_read_alone()
    {
        string[] alone = [.. Enumerable.Range(0, Count).Select(number => Describe(Read(number)))];
        ExtractionResult[] together = new ExtractionResult[Count * 4];

        Parallel.For(0, together.Length, i => together[i] = Read(i % Count));

        // They are compared only now, when their memory serves other pages.
        Assert.Equal(alone.Concat(alone).Concat(alone).Concat(alone), together.Select(Describe));
        Assert.Equal(Count, alone.Distinct().Count());
    }

    [Theory]
    [InlineData("One two", "One two")]
    [InlineData("One  two   three", "One two three")]
    [InlineData("One\n\t two", "One two")]
    [InlineData("One&nbsp; two", "One two")]
    [InlineData(" One <b> two </b> three ", "One two three")]
    [InlineData("One<b>two</b>", "Onetwo")]
    [InlineData("One, two.  Three", "One, two. Three")]
    [InlineData("Größe  und\u200b Maß", "Größe und Maß")]
    [InlineData("3  and 4", "3 and 4")]
    public void White_space_between_words_is_one_space(string html, string expected)
    {
        string page = $"<article><h1>Tide</h1><p>{Sentences[0]}</p><p>{html} {Sentences[1]}</p></article>";

        Assert.Equal($"{expected} {Sentences[1]}", Pages.Extract(page).Article?.Paragraphs[1].Text);
    }

    [Fact]
    public void A_row_of_words_longer_than_any_bound_is_read_whole()
    {
        string words = string.Join(' ', Enumerable.Range(0, 500).Select(
            number => number.ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(
            [words, Sentences[1]],
            Pages.Extract($"<article><h1>Tide</h1><p>{words}</p><p>{Sentences[1]}</p></article>")
                .Article?.Paragraphs.Select(paragraph => paragraph.Text) ?? []);
    }

    private static ExtractionResult Read(int number)
    {
        string paragraphs = string.Concat(Enumerable.Range(0, 1 + (number * 7)).Select(
            place => $"<p class='part-{place}'>{Sentences[place % Sentences.Length]} "
                + $"<a href='/berth/{number}/{place}?a=1&amp;b=2'>Berth {place}</a></p>"));
        return new HtmlArticleExtractor().Extract(
            new ExtractionRequest
            {
                Html = $"<html lang=en><head><meta property=article:section content='Pier {number}'>"
                    + $"<meta name=author content='Ola Berg'></head><body><article><h1>Tide {number}</h1>{paragraphs}"
                    + "</article></body></html>",
                Url = new Uri("https://example.org/a"),
            },
            TestContext.Current.CancellationToken);
    }

    private static string Describe(ExtractionResult result) => string.Join(
        '\n',
        [
            result.Container ?? "",
            result.Article?.Title ?? "",
            result.Article?.Section ?? "",
            .. result.Article?.Authors ?? [],
            .. result.Article?.Paragraphs.Select(paragraph => paragraph.Text) ?? [],
            .. result.Article?.Links.Select(link => link.AbsoluteUri) ?? [],
        ]);
}
