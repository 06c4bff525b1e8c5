using System.Globalization;
using NewsDiff.Provenance;

namespace NewsDiff.Tests.Provenance;

/// <summary>Which version brought each word, by small histories; a paragraph break is written <c>|</c>.</summary>
public sealed class WordTracerTests
{
    private const string Harbour = "The harbour was closed on Monday after the storm had broken two cranes.";
    private const string Ferry = "A ferry with ninety passengers waited outside the bay until the wind fell.";
    private const string Council = "The council will decide next week who pays for the repairs of the quay.";

    [Fact]
    public void A_first_version_brings_all_its_words() =>
        Assert.Equal("1:The 1:ferry 1:sank 1:.", Describe("The ferry sank."));

    [Fact]
    public void An_edit_brings_its_words_and_keeps_the_others() =>
        Assert.Equal("1:The 1:ferry 2:nearly 1:sank 1:.", Describe("The ferry sank.", "The ferry nearly sank."));

    [Fact]
    public void A_removed_word_says_when_it_went()
    {
        WordTracer tracer = Trace("The old ferry sank.", "The ferry sank.", "The ferry sank today.");

        TracedWord old = tracer.Find(1)!.Paragraphs[0].Words[1];

        Assert.Equal([new VersionSpan(1, 2)], old.Spans);
        Assert.Equal(2, old.RemovedIn);
    }

    [Fact]
    public void A_paragraph_that_comes_back_is_restored_with_its_words()
    {
        WordTracer tracer = Trace($"{Harbour}|{Ferry}", Harbour, $"{Harbour}|{Ferry}");

        TracedParagraph ferry = tracer.Find(3)!.Paragraphs[1];

        Assert.Equal([new VersionSpan(1, 2), new VersionSpan(3, null)], ferry.Spans);
        Assert.All(ferry.Words, word => Assert.Equal(ferry.Spans, word.Spans));
        Assert.Equal(tracer.Find(1)!.Paragraphs[1].Id, ferry.Id);
    }

    [Fact]
    public void A_sentence_that_comes_back_is_restored_word_by_word()
    {
        WordTracer tracer = Trace(
            "The minister was involved in the sale of the port.",
            "The minister was not involved in the sale of the port.",
            "The minister was involved in the sale of the port. He denies it.",
            "The minister was not involved in the sale of the port. He denies it.");

        TracedWord not = tracer.Find(4)!.Paragraphs[0].Words[3];

        Assert.Equal([new VersionSpan(2, 3), new VersionSpan(4, null)], not.Spans);
        Assert.Equal([new VersionSpan(1, null)], tracer.Find(4)!.Paragraphs[0].Words[4].Spans);
    }

    [Fact]
    public void A_paragraph_that_moves_keeps_its_words() =>
        Assert.DoesNotContain("2:", Describe($"{Harbour}|{Ferry}|{Council}", $"{Council}|{Harbour}|{Ferry}"),
            StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_moves_to_another_paragraph_keeps_its_words() =>
        Assert.DoesNotContain("2:", Describe($"{Harbour} {Ferry}|{Council}", $"{Harbour}|{Council} {Ferry}"),
            StringComparison.Ordinal);

    [Fact]
    public void A_clause_that_moves_into_another_sentence_keeps_its_words()
    {
        string described = Describe(
            $"{Harbour} It is the third time that the quay is damaged since spring.|{Ferry}|{Council}",
            $"{Harbour}|{Ferry}|{Council} The mayor noted: the third time that the quay is damaged since spring.");

        Assert.EndsWith(
            "2:The 2:mayor 2:noted 2:: 1:the 1:third 1:time 1:that 1:the 1:quay 1:is 1:damaged 1:since 1:spring 1:.",
            described,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_phrase_elsewhere_is_new() =>
        Assert.EndsWith(
            "2:In 2:the 2:end 2:.",
            Describe($"{Harbour} In the end.|{Council}|{Ferry}", $"{Harbour}|{Council}|{Ferry} In the end."),
            StringComparison.Ordinal);

    [Fact]
    public void Words_of_scripts_without_spaces_are_traced_by_character() =>
        Assert.Equal("1:会 1:议 2:未 1:举 1:行 1:。", Describe("会议举行。", "会议未举行。"));

    [Fact]
    public void White_space_and_unicode_forms_are_no_change() =>
        Assert.Equal("1:Le 1:café 1:ferme 1:.", Describe("Le cafe\u0301 ferme.", "Le  café\u00A0ferme."));

    [Fact]
    public void Equal_paragraphs_are_told_apart()
    {
        WordTracer tracer = Trace("Read more", "Read more|Read more", "Read more");

        TracedVersion twice = tracer.Find(2)!;

        Assert.Equal([1, 2], twice.Paragraphs.Select(paragraph => paragraph.IntroducedIn));
        Assert.Equal([null, 3], twice.Paragraphs.Select(paragraph => paragraph.RemovedIn));
    }

    [Fact]
    public void An_edited_paragraph_stays_the_same_paragraph()
    {
        WordTracer tracer = Trace($"{Harbour}|{Ferry}", $"{Ferry}|{Harbour} Nobody was hurt.");

        Assert.Equal(
            tracer.Find(1)!.Paragraphs.Select(paragraph => paragraph.Id).Reverse(),
            tracer.Find(2)!.Paragraphs.Select(paragraph => paragraph.Id));
    }

    [Fact]
    public void A_version_that_returns_to_an_earlier_text_says_to_which()
    {
        WordTracer tracer = Trace(Harbour, Ferry, Harbour, Harbour, Ferry);

        Assert.Equal(
            [null, null, 1, null, 2],
            Enumerable.Range(1, 5).Select(number => tracer.Find(number)!.RevertsTo));
    }

    [Fact]
    public void Reading_on_says_the_same_as_reading_at_once()
    {
        string[] texts = [Harbour, $"{Harbour}|{Ferry}", Ferry, $"{Ferry}|{Council}", $"{Harbour}|{Council}"];
        WordTracer tracer = Trace(texts[..3]);
        for (int i = 3; i < texts.Length; i++)
        {
            tracer.Add(MakeVersion(i + 1, texts[i]));
        }

        WordTracer atOnce = Trace(texts);
        Assert.All(
            Enumerable.Range(1, texts.Length),
            number => Assert.Equal(Describe(atOnce.Find(number)!), Describe(tracer.Find(number)!)));
    }

    [Fact]
    public void A_version_without_text_is_passed_over()
    {
        ArticleVersion erased = MakeVersion(2, "") with { IsPruned = true };
        var tracer = new ArticleHistory([MakeVersion(1, Harbour), erased, MakeVersion(3, Harbour)]).Trace();

        Assert.Null(tracer.Find(2));
        Assert.All(
            tracer.Find(3)!.Paragraphs[0].Words, word => Assert.Equal([new VersionSpan(1, null)], word.Spans));
    }

    [Fact]
    public void Versions_come_in_order_and_of_one_article()
    {
        WordTracer tracer = Trace(Harbour, Ferry);

        Assert.Throws<ArgumentException>(() => tracer.Add(MakeVersion(2, Council)));
        Assert.Throws<ArgumentException>(() => tracer.Add(MakeVersion(3, Council) with { ArticleId = "other" }));
    }

    private static string Describe(params string[] texts) => Describe(Trace(texts).Find(texts.Length)!);

    /// <summary>The words of the paragraphs, each with the version that brought it.</summary>
    private static string Describe(TracedVersion version) => string.Join(' ', version.Paragraphs.SelectMany(
        paragraph => paragraph.Words.Select(word => string.Create(
            CultureInfo.InvariantCulture,
            $"{word.IntroducedIn}:{paragraph.Text.Substring(word.Start, word.Length).Normalize()}"))));

    private static WordTracer Trace(params string[] texts)
    {
        var tracer = new WordTracer();
        for (int i = 0; i < texts.Length; i++)
        {
            tracer.Add(MakeVersion(i + 1, texts[i]));
        }

        return tracer;
    }

    private static ArticleVersion MakeVersion(int number, string text)
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/quay"),
            Title = "Harbour closed",
            Paragraphs = [.. text.Split('|').Select(paragraph => new Paragraph(paragraph))],
        };
        return new ArticleVersion
        {
            ArticleId = "quay",
            Number = number,
            SeenAt = new DateTimeOffset(2026, 5, 3, 12, number, 0, TimeSpan.Zero),
            Article = article,
            ContentHash = ContentHash.Compute(article),
        };
    }
}
